// SPDX-License-Identifier: Apache-2.0

import { HistoryError } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";

/** Decimals of the ledger unit of what this event creates, which were read from the chain with it. */
export function requireDecimals({ assetDecimals, place }: HistoryEvent): number {
  if (assetDecimals !== undefined) return assetDecimals;
  throw new HistoryError({
    code: "HIST-903",
    summary: "The decimals of a new contract's asset were not read from the chain.",
    next: "This is a defect of the program; please report it with the block number.",
    details: `block ${place.block}`,
  });
}
