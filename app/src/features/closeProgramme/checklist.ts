// SPDX-License-Identifier: Apache-2.0

/** What the ledger knows of a programme that is to be closed. */
export interface ClosingFacts {
  /** Numbers of the cycles that are approved and not closed. */
  readonly openCycles: readonly number[];
  /** Numbers of the cycles that wait for approval or release. */
  readonly waitingCycles: readonly number[];
  /** To shops, ledger units. */
  readonly owed: bigint;
  /** Settlements that the bank has not answered yet. */
  readonly instructed: number;
  /** Terminals that are not revoked. */
  readonly terminals: number;
  /** Free money and fee reserve, ledger units. */
  readonly unspent: bigint;
  /** Proposals other than to close it. */
  readonly proposals: number;
  readonly isPaused: boolean;
}

/** One line of the checklist. What "blocks" has to be put right; what is "left" is for the officers to judge. */
export interface ClosingItem {
  readonly name:
    | "cycles"
    | "owed"
    | "instructed"
    | "paused"
    | "terminals"
    | "unspent"
    | "waiting"
    | "proposals";
  readonly state: "done" | "left" | "blocks";
  /** How much of it: a count or, for money, ledger units. */
  readonly left: bigint;
}

/** Everything that is looked at before a programme is closed, in the order in which it is put right. */
export function closingItems(facts: ClosingFacts): readonly ClosingItem[] {
  return [
    item("cycles", "blocks", facts.openCycles.length),
    item("owed", "blocks", facts.owed),
    item("instructed", "blocks", facts.instructed),
    item("paused", "blocks", facts.isPaused ? 1 : 0),
    item("terminals", "left", facts.terminals),
    item("unspent", "left", facts.unspent),
    item("waiting", "left", facts.waitingCycles.length),
    item("proposals", "left", facts.proposals),
  ];
}

function item(name: ClosingItem["name"], open: "left" | "blocks", left: bigint | number): ClosingItem {
  return { name, state: left > 0 ? open : "done", left: BigInt(left) };
}
