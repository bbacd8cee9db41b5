// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type ProgrammeHandle, readCycle } from "#sdk/agency/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";

/** While parts arrive, and while nothing is under way. */
const EAGER_MS = 1_500;
const CALM_MS = 15_000;

/** How far the cycle is loaded, from the node. @param isEager While somebody is loading it. */
export function useLoading(programme: ProgrammeHandle, cycle: number, isEager: boolean) {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "loading", programme.address, cycle],
    queryFn: () => readCycle(suite, programme, cycle),
    refetchInterval: isEager ? EAGER_MS : CALM_MS,
  });
}
