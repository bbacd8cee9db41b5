// SPDX-License-Identifier: Apache-2.0

/** Names of an agreement's enumerations, in their order on chain. A test compares them with the interfaces. */

export const AGREEMENT_STATES = ["None", "Proposed", "Active", "Completed", "Terminated"] as const;
export const MILESTONE_KINDS = ["Deliverable", "Advance", "Reimbursement"] as const;
export const MILESTONE_STATES = [
  "None",
  "Planned",
  "Submitted",
  "Returned",
  "Verified",
  "Disputed",
  "Paid",
  "Cancelled",
] as const;
export const FINDINGS = [
  "None",
  "InsufficientDocumentation",
  "NoProofOfPayment",
  "AboveBudget",
  "ActivitiesNotUndertaken",
  "ReportDoesNotReconcile",
  "SignatoryDiffers",
  "Other",
] as const;
export const PARTIES = ["None", "Agency", "Partner"] as const;

export type AgreementState = (typeof AGREEMENT_STATES)[number];
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];
export type MilestoneState = (typeof MILESTONE_STATES)[number];
export type Finding = (typeof FINDINGS)[number];
export type Party = (typeof PARTIES)[number];
