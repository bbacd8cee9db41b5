// SPDX-License-Identifier: Apache-2.0

/** What the ledger and the office know of a cycle that is to be closed. */
export interface ClosingFacts {
  /** Unix seconds, as all times here. */
  readonly now: number;
  readonly graceEndsAt: number;
  readonly chunks: number;
  readonly chunksLoaded: number;
  /** Rejected receipts that nobody has corrected. */
  readonly rejected: number;
  /** To shops, ledger units. */
  readonly owed: bigint;
  /** Settlements that the bank has not answered yet. */
  readonly instructed: number;
  /** Open exceptions; undefined while the office does not answer. */
  readonly exceptions: number | undefined;
  /** Proposals about the cycle, other than to close it. */
  readonly proposals: number;
}

/** One line of the checklist. Only "blocks" keeps the cycle from being closed; what is "left" is for the officers to judge. */
export interface ClosingItem {
  readonly name: "grace" | "loaded" | "rejected" | "owed" | "instructed" | "exceptions" | "proposals";
  readonly state: "done" | "left" | "blocks" | "unknown";
  /** How much of it: a count or, for what is owed, ledger units. */
  readonly left: bigint;
}

/** Everything that is looked at before closing, in the order in which it is put right. */
export function closingItems(facts: ClosingFacts): readonly ClosingItem[] {
  const isGraceOver = facts.now > facts.graceEndsAt;
  return [
    { name: "grace", state: isGraceOver ? "done" : "blocks", left: 0n },
    item("loaded", BigInt(facts.chunks - facts.chunksLoaded)),
    item("rejected", BigInt(facts.rejected)),
    item("owed", facts.owed),
    item("instructed", BigInt(facts.instructed)),
    facts.exceptions === undefined
      ? { name: "exceptions", state: "unknown", left: 0n }
      : item("exceptions", BigInt(facts.exceptions)),
    item("proposals", BigInt(facts.proposals)),
  ];
}

function item(name: ClosingItem["name"], left: bigint): ClosingItem {
  return { name, state: left > 0n ? "left" : "done", left };
}

const SECONDS_A_DAY = 86_400;
/** From then on the contract lets anybody close a cycle with one signature. */
const ABANDONED_AFTER_DAYS = 90;

/** Whether a cycle was left open for so long that anybody may close it. */
export function isAbandoned(graceEndsAt: number, now: number): boolean {
  return now > graceEndsAt + ABANDONED_AFTER_DAYS * SECONDS_A_DAY;
}
