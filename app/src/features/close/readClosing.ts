// SPDX-License-Identifier: Apache-2.0

import {
  openActs,
  type ProgrammeHandle,
  readEvents,
  readSettlements,
  readShopDetails,
  type Suite,
} from "#sdk/agency/index.ts";
import { decodeOutcomes } from "#sdk/receipts/index.ts";
import type { ClosingFacts } from "./checklist.ts";

/** What the ledger knows of a cycle besides the cycle itself. */
export interface ClosingLedger extends Pick<ClosingFacts, "rejected" | "owed" | "instructed" | "proposals"> {
  /** Whether a proposal to close it waits. */
  readonly isProposed: boolean;
}

/** Everything that the checklist takes from the ledger. */
export async function readClosing(
  suite: Suite,
  programme: ProgrammeHandle,
  cycle: number,
): Promise<ClosingLedger> {
  const [rejected, shops, settlements, acts] = await Promise.all([
    countRejected(suite, programme, cycle),
    readShopDetails(suite, programme, [cycle]),
    readSettlements(programme),
    openActs(suite, programme),
  ]);
  const about = acts.filter(({ args }) => cycleOf(args) === cycle);
  return {
    rejected,
    owed: shops.reduce((sum, shop) => sum + shop.sum.owed, 0n),
    instructed: settlements.filter((made) => made.cycle === cycle && made.state === "Instructed").length,
    proposals: about.filter(({ name }) => name !== "closeCycle").length,
    isProposed: about.some(({ name }) => name === "closeCycle"),
  };
}

/** Receipts of the cycle that were rejected and have not been corrected since. */
async function countRejected(suite: Suite, { contract }: ProgrammeHandle, cycle: number): Promise<number> {
  const { filters } = contract;
  const [recorded, corrections] = await Promise.all([
    readEvents(suite, contract, filters.ReceiptsRecorded(undefined, cycle)),
    readEvents(suite, contract, filters.ReceiptCorrected(undefined, undefined, cycle)),
  ]);
  const corrected = new Set(corrections.map(({ args }) => `${args.terminal.toLowerCase()} ${args.number}`));
  return recorded
    .flatMap(({ args }) => {
      const { terminal, firstNumber, items, rejections, stop } = args;
      return decodeOutcomes({ terminal, cycle: args.cycle, firstNumber, items, rejections, stop })
        .receipts.filter(({ outcome }) => outcome === "rejected")
        .map(({ number }) => `${terminal.toLowerCase()} ${number}`);
    })
    .filter((receipt) => !corrected.has(receipt)).length;
}

/** The cycle that an act is about: an argument of its own, or one of a settlement's terms or of a correction. */
function cycleOf(args: Readonly<Record<string, unknown>>): number | undefined {
  const named = [args, args.terms, args.correction].find(namesCycle);
  return named === undefined ? undefined : Number(named.cycle);
}

function namesCycle(value: unknown): value is { readonly cycle: unknown } {
  return typeof value === "object" && value !== null && "cycle" in value;
}
