// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type ProgrammeHandle, tokensOf } from "#sdk/agency/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { useOfficer } from "../../shared/ledger/index.ts";

/** How much of the programme's asset whoever is connected holds, in ledger units; undefined while nobody knows. */
export function useTokens(programme: ProgrammeHandle) {
  const address = useOfficer()?.address;
  return useQuery({
    queryKey: [LEDGER_KEY, "tokens", programme.address, address],
    queryFn: () => tokensOf(programme, address ?? ""),
    enabled: address !== undefined,
  });
}
