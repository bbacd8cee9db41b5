// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { readOwnFunds } from "#sdk/funds/desk/index.ts";
import { LEDGER_KEY } from "../api/index.ts";
import { useSuite } from "../ledger/index.ts";

/** How often the node is asked when the history server, whose new blocks otherwise tell, is down. */
const POLL_MS = 15_000;

/** Funds that an address looks after as Finance or Approver, with what waits for them; read from the node. */
export function useOwnFunds(address: string | undefined) {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "own-funds", address],
    queryFn: () => readOwnFunds(suite, address ?? ""),
    enabled: address !== undefined,
    refetchInterval: POLL_MS,
  });
}
