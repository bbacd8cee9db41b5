// SPDX-License-Identifier: Apache-2.0

import type {
  AdvanceRefundedEvent,
  AuthorisationProposedEvent,
  DisputeDecidedEvent,
  MilestoneAuthorisedEvent,
  MilestoneClosedEvent,
  MilestoneDisputedEvent,
  MilestonePaidEvent,
  MilestoneReturnedEvent,
  MilestoneSubmittedEvent,
  MilestoneVerifiedEvent,
  PaymentRefusedEvent,
  SpendingAcceptedEvent,
} from "#bindings/interfaces/IMilestoneAgreement.ts";
import { FINDINGS, MILESTONE_STATES } from "#sdk/agreements/names.ts";
import { amountOf, ZERO } from "#sdk/money/index.ts";
import { safeText } from "../codes.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import { nameOf } from "../names.ts";
import type { Row } from "../rows.ts";
import { agreementOf, countInAgreement, enterInAgreement, readAgreementEntry } from "./agreement.ts";
import type { Entry } from "./entries.ts";
import { type Handlers, on, row } from "./handler.ts";
import { plus } from "./programme.ts";

interface OfMilestone {
  readonly milestone: bigint;
}

/**
 * What becomes of milestones. The contract keeps one amount for what is proposed and what is authorised; here they are apart.
 */
export const milestoneHandlers: Handlers = {
  MilestoneSubmitted: on<MilestoneSubmittedEvent.OutputObject>(readMilestone, (draft, args, event) => {
    change(draft, event, args, {
      state: "Submitted",
      finding: "None",
      claimed: amountOf(args.claimed),
      isSubmitted: true,
      verifications: 0,
      quorum: agreementOf(draft, event).quorum,
      evidence: args.evidence,
      evidenceUri: safeText(() => args.uri),
    });
    note(draft, event, args, {
      kind: "milestoneSubmitted",
      amount: args.claimed,
      document: args.evidence,
    });
  }),

  MilestoneVerified: on<MilestoneVerifiedEvent.OutputObject>(readMilestone, (draft, args, event) => {
    const { state, quorum } = milestoneOf(draft, event, args);
    const verifications = Number(args.verifications);
    const isEnough = verifications >= quorum;
    change(draft, event, args, { verifications, state: isEnough ? "Verified" : state });
    note(draft, event, args, { kind: "milestoneVerified", document: args.evidence });
  }),

  MilestoneReturned: on<MilestoneReturnedEvent.OutputObject>(readMilestone, (draft, args, event) => {
    const finding = nameOf(FINDINGS, args.finding);
    const nothing = { authorised: ZERO, proposed: ZERO, verifications: 0 };
    change(draft, event, args, { state: "Returned", finding, ...nothing });
    note(draft, event, args, { kind: "milestoneReturned", note: finding, document: args.evidence });
  }),

  AuthorisationProposed: on<AuthorisationProposedEvent.OutputObject>(readMilestone, (draft, args, event) => {
    const finding = nameOf(FINDINGS, args.finding);
    change(draft, event, args, { proposed: amountOf(args.amount), finding });
  }),

  MilestoneAuthorised: on<MilestoneAuthorisedEvent.OutputObject>(readMilestone, (draft, args, event) => {
    const { kind, state } = milestoneOf(draft, event, args);
    const finding = nameOf(FINDINGS, args.finding);
    change(draft, event, args, {
      state: kind === "Advance" ? "Verified" : state,
      authorised: amountOf(args.amount),
      proposed: ZERO,
      finding,
    });
    note(draft, event, args, { kind: "milestoneAuthorised", amount: args.amount, note: finding });
  }),

  MilestonePaid: on<MilestonePaidEvent.OutputObject>(readPaid, (draft, args, event) => {
    const { kind: milestoneKind, paid } = milestoneOf(draft, event, args);
    noteDue(draft, event, args);
    change(draft, event, args, { paid: plus(paid, args.amount) });
    countInAgreement(draft, event, { paid: args.amount });
    book(draft, event, args, args.amount);
    const kind = milestoneKind === "Advance" ? "advancePaid" : "milestonePaid";
    note(draft, event, args, { kind, amount: args.amount });
  }),

  PaymentRefused: on<PaymentRefusedEvent.OutputObject>(readMilestone, (draft, args, event) => {
    noteDue(draft, event, args);
  }),

  MilestoneClosed: on<MilestoneClosedEvent.OutputObject>(readMilestone, (draft, args, event) => {
    change(draft, event, args, { state: nameOf(MILESTONE_STATES, args.state), proposed: ZERO });
  }),

  MilestoneDisputed: on<MilestoneDisputedEvent.OutputObject>(readMilestone, (draft, args, event) => {
    const { claimed, finding, state } = milestoneOf(draft, event, args);
    const authorised = amountOf(claimed - args.disputed);
    const isKept = authorised > 0n || state === "Returned";
    change(draft, event, args, {
      state: "Disputed",
      authorised,
      proposed: ZERO,
      finding: isKept ? finding : "None",
    });
    note(draft, event, args, { kind: "milestoneDisputed", amount: args.disputed, document: args.reason });
  }),

  DisputeDecided: on<DisputeDecidedEvent.OutputObject>(readMilestone, (draft, args, event) => {
    const { authorised } = milestoneOf(draft, event, args);
    change(draft, event, args, {
      state: "Verified",
      authorised: plus(authorised, args.toPartner),
      isDecided: true,
    });
    note(draft, event, args, { kind: "disputeDecided", amount: args.toPartner, document: args.decision });
  }),

  SpendingAccepted: on<SpendingAcceptedEvent.OutputObject>(readPaid, (draft, args, event) => {
    const { accepted } = milestoneOf(draft, event, args);
    change(draft, event, args, { accepted: plus(accepted, args.amount) });
    const finding = nameOf(FINDINGS, args.finding);
    const { amount, evidence } = args;
    note(draft, event, args, { kind: "spendingAccepted", amount, note: finding, document: evidence });
  }),

  AdvanceRefunded: on<AdvanceRefundedEvent.OutputObject>(readPaid, (draft, args, event) => {
    const { refunded } = milestoneOf(draft, event, args);
    change(draft, event, args, { refunded: plus(refunded, args.amount) });
    countInAgreement(draft, event, { refunded: args.amount });
    book(draft, event, args, -args.amount);
    note(draft, event, args, { kind: "advanceRefunded", amount: -args.amount });
  }),
};

function readMilestone(args: OfMilestone, event: HistoryEvent, known: Draft): RowKey[] {
  const { contract } = event.place;
  return [...readAgreementEntry(event, known), row("milestones", contract, Number(args.milestone))];
}

function readPaid(args: OfMilestone, event: HistoryEvent, known: Draft): RowKey[] {
  const entry = readAgreementEntry(event, known, ["settled", "reconciled"]);
  return [...entry, ...readMilestone(args, event, known)];
}

function milestoneOf(draft: Draft, event: HistoryEvent, { milestone }: OfMilestone): Row<"milestones"> {
  return draft.get("milestones", [event.place.contract, Number(milestone)]);
}

function change(
  draft: Draft,
  event: HistoryEvent,
  args: OfMilestone,
  changes: Partial<Row<"milestones">>,
): void {
  draft.update("milestones", milestoneOf(draft, event, args), changes);
}

/** What is due now. A termination authorises in full what was verified, without an event of its own. */
function noteDue(draft: Draft, event: HistoryEvent, args: OfMilestone & { readonly amount: bigint }): void {
  const { paid, authorised, finding } = milestoneOf(draft, event, args);
  const due = plus(paid, args.amount);
  if (due <= authorised) return;
  change(draft, event, args, {
    authorised: due,
    proposed: ZERO,
    finding: authorised === 0n ? "None" : finding,
  });
}

function note(draft: Draft, event: HistoryEvent, { milestone }: OfMilestone, entry: Entry): void {
  enterInAgreement(draft, event, { number: Number(milestone), ...entry });
}

function book(draft: Draft, { place }: HistoryEvent, { milestone }: OfMilestone, amount: bigint): void {
  draft.insert("payments", {
    agreement: place.contract,
    block: place.block,
    logIndex: place.logIndex,
    milestone: Number(milestone),
    amount: amountOf(amount),
    day: place.day,
    transaction: place.transaction,
  });
}
