// SPDX-License-Identifier: Apache-2.0

import { decodeBytes32String } from "ethers";

/** Words for the numbers of the contracts' enums, in the order of their declaration. */
export const CONTRACT_WORDS = {
  role: ["none", "administrator", "preparer", "approver", "finance", "custodian", "monitor", "guardian"],
  accountStatus: ["unknown", "open", "closed", "rebound"],
  cycleState: ["none", "prepared", "returned", "awaiting release", "approved", "cancelled", "closed"],
  cycleKind: ["regular", "top-up", "corrective", "follow-up"],
  terminalStatus: ["unknown", "active", "revoked"],
  shopKind: ["retailer", "cash agent", "provider"],
  payoutMode: ["token", "bank"],
  proposalState: ["unknown", "open", "queued", "ready", "lapsed", "executed", "cancelled"],
  correctionKind: ["honour", "reverse", "re-enter"],
  settlementState: ["none", "instructed", "paid", "returned", "refused"],
  agreementState: ["none", "proposed", "active", "completed", "terminated"],
  milestoneKind: ["deliverable", "advance", "reimbursement"],
  milestoneState: ["none", "planned", "submitted", "returned", "verified", "disputed", "paid", "cancelled"],
  finding: [
    "none",
    "insufficient supporting documentation",
    "no proof of payment",
    "above the approved budget",
    "activities not undertaken",
    "report does not reconcile",
    "signatory differs from the agreement",
    "other",
  ],
  party: ["none", "agency", "partner"],
  rejection: [
    "none",
    "malformed",
    "cycle ended",
    "outside the period",
    "not enough left",
    "account held",
    "account closed",
    "over the terminal's limit",
    "over the ceiling",
    "no such sale",
    "refund above sales",
    "refund above what is owed",
    "refund above the list",
  ],
  stop: [
    "none",
    "the cycle is not approved",
    "the cycle is not open yet",
    "the chunk is not loaded",
    "the shop's ceiling is used up",
    "the shop is not active",
    "the list extract of a refund is missing",
    "redemptions are paused",
  ],
} as const satisfies Record<string, readonly string[]>;

export type ContractWordList = keyof typeof CONTRACT_WORDS;

/**
 * The word for a number of a contract's enum; the number itself where a newer contract knows more than this
 * file.
 */
export function contractWord(list: ContractWordList, value: bigint | number): string {
  return CONTRACT_WORDS[list][Number(value)] ?? `number ${value}`;
}

/** Number of a word in a contract's enum, or undefined when it is none of them. */
export function contractNumber(list: ContractWordList, word: string): number | undefined {
  const index = (CONTRACT_WORDS[list] as readonly string[]).indexOf(word);
  return index < 0 ? undefined : index;
}

/** ASCII in a bytes32 as text; the hex itself when it is none. */
export function textOfBytes32(value: string): string {
  try {
    return decodeBytes32String(value);
  } catch (error) {
    if (error instanceof Error) return value;
    throw error;
  }
}
