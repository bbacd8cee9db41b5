// SPDX-License-Identifier: Apache-2.0

import type { AgreementState, Finding, MilestoneKind, MilestoneState } from "#sdk/agreements/names.ts";
import type { Actor, StepName } from "#sdk/agreements/nextSteps.ts";

/** Words for what the ledger says of agreements with partners. */
const en = {
  states: {
    None: "Unknown",
    Proposed: "Being agreed",
    Active: "Active",
    Completed: "Completed",
    Terminated: "Terminated",
  } satisfies Record<AgreementState, string> as Record<AgreementState, string>,
  kinds: {
    Deliverable: "Deliverable",
    Advance: "Advance",
    Reimbursement: "Reimbursement",
  } as Record<MilestoneKind, string>,
  kindHints: {
    Deliverable: "Paid in full for work that monitors verified.",
    Advance: "Paid before the work, then accounted for.",
    Reimbursement: "What was spent, up to the amount, as monitors verified it.",
  } as Record<MilestoneKind, string>,
  milestoneStates: {
    None: "Unknown",
    Planned: "Planned",
    Submitted: "Submitted",
    Returned: "Returned",
    Verified: "Verified",
    Disputed: "With the arbiter",
    Paid: "Paid",
    Cancelled: "Cancelled",
  } as Record<MilestoneState, string>,
  findings: {
    None: "No finding",
    InsufficientDocumentation: "Insufficient supporting documentation",
    NoProofOfPayment: "No proof of payment",
    AboveBudget: "Exceeds the approved budget",
    ActivitiesNotUndertaken: "Activities not undertaken",
    ReportDoesNotReconcile: "The report does not reconcile",
    SignatoryDiffers: "Signatory differs from the agreement",
    Other: "Other",
  } as Record<Finding, string>,
  /** What somebody does next, as a task. */
  steps: {
    offerTerms: "Offer the terms",
    acceptTerms: "Sign the terms",
    fund: "Bring money into escrow",
    submit: "Submit evidence",
    verify: "Verify the evidence",
    proposeAuthorisation: "Propose the payment",
    authorise: "Authorise the payment",
    payAgain: "Pay again",
    closeReduction: "Close the reduced milestone",
    dispute: "Go to the arbiter",
    decide: "Decide the dispute",
    applyDefault: "Apply what the terms say for a silent arbiter",
    accountForAdvance: "Account for the advance",
    acceptSpending: "Judge the reported spending",
    terminate: "End the agreement: the notice has run out",
    complete: "Complete the agreement",
  } as Record<StepName, string>,
  actors: {
    Finance: "Finance of the agency",
    Approver: "an approver of the agency",
    Agency: "the agency",
    PartnerAdministrator: "the partner's administrator",
    PartnerPreparer: "the partner's preparer",
    Monitor: "the monitors",
    Arbiter: "the arbiter",
    Source: "a source of money",
    Anyone: "anyone",
  } as Record<Actor, string>,
  or: (one: string, other: string) => `${one} or ${other}`,
  milestone: (number: number) => `Milestone ${number}`,
};

export default en;
