// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { readTerminal } from "./readLedger.ts";

/** A device that waits is known within seconds of the custodian's signature. */
const LOOK_MS = 4_000;

/** How the ledger knows this device. @param terminal Its address. */
export function useTerminal(programme: ProgrammeHandle, terminal: string) {
  return useQuery({
    queryKey: [LEDGER_KEY, "terminal", programme.address, terminal],
    queryFn: () => readTerminal(programme, terminal),
    refetchInterval: LOOK_MS,
  });
}
