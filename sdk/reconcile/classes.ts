// SPDX-License-Identifier: Apache-2.0

/**
 * What can become of a receipt when statement, chain and list are compared: stable code, what was found, what to do. Words in braces
 * are filled in. A code is never reused for something else.
 */
export const CLASSES = {
  Matched: ["RECO-101", "Statement and chain agree.", "Settle it."],
  AmountDiffers: [
    "RECO-102",
    "The statement says {claimed}, the chain {counted}.",
    "Look at the paper receipt; if the statement is right, let two officers enter the receipt again, otherwise pay what the chain says.",
  ],
  AccountDiffers: [
    "RECO-103",
    "The statement names {claimed}, the chain {counted}.",
    "Look at the paper receipt; if the statement is right, let two officers enter the receipt again for that household.",
  ],
  DateDiffers: [
    "RECO-104",
    "The statement says {claimed}, the chain {counted}; the amount is the same.",
    "Settle it, and have the clock of the terminal checked when this happens often.",
  ],
  MissingOnChain: [
    "RECO-105",
    "The statement has a receipt that never reached the chain.",
    "Have the shop send the terminal's receipts; if the terminal is lost, revoke it and let two officers enter the receipt from paper.",
  ],
  MissingInStatement: [
    "RECO-106",
    "The chain has a receipt that the statement does not claim.",
    "Ask the shop; settle the receipt if it was forgotten, and let two officers reverse it if the sale did not happen.",
  ],
  RejectedOnChain: [
    "RECO-107",
    "The chain rejected the receipt ({code}): {rejection}.",
    "Refuse it, or let two officers honour it if the shop shows that the household got the goods.",
  ],
  DuplicateInStatement: [
    "RECO-108",
    "The statement has this receipt in row {row} already.",
    "Pay it once; this row is left out.",
  ],
  NotInList: [
    "RECO-109",
    "The receipt is for a household that is not on the approved list.",
    "Refuse it; if the household was left out by mistake, it belongs on a corrective list.",
  ],
  OverEntitlement: [
    "RECO-110",
    "The receipt takes more than the household has left, which is {left} of {listed}.",
    "Refuse what is above it; the shop bears the rest.",
  ],
  UnknownTerminal: [
    "RECO-111",
    "The terminal is none of this shop's.",
    "Check the terminal's name or address with the shop; a receipt of another shop's terminal is settled there.",
  ],
  AlreadyCorrected: [
    "RECO-112",
    "The receipt was corrected before and counts {counted} now.",
    "Pay what it counts now; a receipt is corrected only once, so any difference is settled with the shop directly.",
  ],
  AlreadySettled: [
    "RECO-113",
    "An earlier settlement paid this receipt.",
    "Leave it out of this settlement.",
  ],
  OtherCycle: [
    "RECO-114",
    "The terminal issued this receipt in another cycle.",
    "Leave it out here and reconcile it with the statement of that cycle.",
  ],
} as const satisfies Record<string, readonly [code: string, reason: string, next: string]>;

export type ResultClass = keyof typeof CLASSES;

export const CLASS_NAMES = Object.keys(CLASSES) as ResultClass[];

/** Words to fill into a class's sentences. */
export type Facts = Readonly<Record<string, string | number>>;

/** Code, reason and next step of a class, with its words filled in. */
export function describeClass(
  name: ResultClass,
  facts: Facts,
): { code: string; reason: string; next: string } {
  const [code, reason, next] = CLASSES[name];
  return { code, reason: fill(reason, facts), next };
}

function fill(text: string, facts: Facts): string {
  return text.replace(/\{([a-z]+)\}/g, (_, fact: string) => String(facts[fact] ?? ""));
}
