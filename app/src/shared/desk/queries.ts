// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type ProgrammeHandle, readShopDetails, type ShopDetail } from "#sdk/agency/index.ts";
import { LEDGER_KEY } from "../api/index.ts";
import { useSuite } from "../ledger/index.ts";

/** The programme's shops with terminals and ledgers, from the node itself: what officers sign by. */
export function useShopDetails(programme: ProgrammeHandle) {
  const suite = useSuite();
  return useQuery<ShopDetail[]>({
    queryKey: [LEDGER_KEY, "shops", programme.address],
    queryFn: () => readShopDetails(suite, programme),
  });
}
