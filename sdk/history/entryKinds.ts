// SPDX-License-Identifier: Apache-2.0

/**
 * The states that money passes, from a donor to households and partners. A state's total is what ever reached it, less what was undone:
 * - contributed: given to a donor fund, or straight to a programme or agreement by a source that is no fund of the suite;
 * - allocated: brought into programmes and agreements, by funds or straight;
 * - reserved: set aside for approved cycles, less what cycles gave back unspent;
 * - redeemed: what households bought, less refunds and corrections;
 * - settled: what left for shops (paid, or instructed to a bank) and for partners, less what came back from them;
 * - reconciled: of that, what is proven: paid by token on the ledger, confirmed by the bank's own statement, or accounted for by the partner;
 * - returned: what went back to sources.
 */
export const MONEY_STATES = [
  "contributed",
  "allocated",
  "reserved",
  "redeemed",
  "settled",
  "reconciled",
  "returned",
] as const;
export type MoneyState = (typeof MONEY_STATES)[number];

/** Every kind of entry of the timeline, with the states in which its amount counts. Amounts below zero undo. */
export const ENTRY_KINDS = {
  organisationAdmitted: [],
  organisationSuspended: [],
  organisationReinstated: [],
  documentRecorded: [],

  fundCreated: [],
  contributed: ["contributed"],
  allocated: ["allocated"],
  earmarkReleased: [],
  returnUnattributed: [],

  programmeCreated: [],
  fundedDirectly: ["contributed", "allocated"],
  unspentReturned: ["returned"],
  cycleActivated: ["reserved"],
  cycleReduced: ["reserved"],
  cycleCancelled: ["reserved"],
  cycleClosed: ["reserved"],
  redeemed: ["redeemed"],
  corrected: ["redeemed"],
  settlementPaid: ["settled", "reconciled"],
  settlementInstructed: ["settled"],
  settlementConfirmed: ["reconciled"],
  settlementReturned: ["settled"],
  paused: [],
  pauseLifted: [],
  programmeClosed: [],
  unitsIssued: [],

  agreementCreated: [],
  termsOffered: [],
  offerDropped: [],
  termsAccepted: [],
  escrowedDirectly: ["contributed", "allocated"],
  milestoneSubmitted: [],
  milestoneVerified: [],
  milestoneReturned: [],
  milestoneAuthorised: [],
  milestonePaid: ["settled", "reconciled"],
  advancePaid: ["settled"],
  spendingAccepted: ["reconciled"],
  advanceRefunded: ["settled"],
  milestoneDisputed: [],
  disputeDecided: [],
  escrowReturned: ["returned"],
  noticeGiven: [],
  noticeWithdrawn: [],
  agreementTerminated: [],
  agreementCompleted: [],

  proposalMade: [],
  proposalQueued: [],
  proposalExecuted: [],
  proposalCancelled: [],
  councilReconfigured: [],
} as const satisfies Readonly<Record<string, readonly MoneyState[]>>;

export type EntryKind = keyof typeof ENTRY_KINDS;

export const ENTRY_KIND_NAMES = Object.keys(ENTRY_KINDS) as EntryKind[];

/** The states in which an entry of this kind counts; none for kinds of a later version. */
export function statesOf(kind: string): readonly MoneyState[] {
  return (ENTRY_KINDS as Readonly<Record<string, readonly MoneyState[]>>)[kind] ?? [];
}

/** The kinds whose amounts make the total of a state. */
export function kindsOf(state: MoneyState): EntryKind[] {
  return ENTRY_KIND_NAMES.filter((kind) => statesOf(kind).includes(state));
}
