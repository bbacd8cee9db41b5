// SPDX-License-Identifier: Apache-2.0

/** Names of the contracts' enumerations, in their order on chain. A test compares them with the interfaces. */

export const ROLES = [
  "None",
  "Administrator",
  "Preparer",
  "Approver",
  "Finance",
  "Custodian",
  "Monitor",
  "Guardian",
] as const;
export const ORGANISATION_KINDS = ["Agency", "Partner", "Donor", "Monitor"] as const;
export const CLOSING_REASONS = ["Merged", "Split", "Left", "Died", "Error"] as const;
export const CYCLE_KINDS = ["Regular", "TopUp", "Corrective", "FollowUp"] as const;
export const CYCLE_STATES = [
  "None",
  "Prepared",
  "Returned",
  "AwaitingRelease",
  "Approved",
  "Cancelled",
  "Closed",
] as const;
export const DOCUMENT_KINDS = [
  "ControlSheet",
  "Statement",
  "BankStatement",
  "Evidence",
  "Assessment",
  "Funding",
  "Rationale",
  "Other",
] as const;
export const MODALITIES = ["Voucher", "Cash"] as const;
export const SHOP_KINDS = ["Retailer", "CashAgent", "Provider"] as const;
export const PAYOUT_MODES = ["Token", "Bank"] as const;
export const CORRECTION_KINDS = ["Honour", "Reverse", "ReEnter"] as const;
export const SETTLEMENT_STATES = ["None", "Instructed", "Paid", "Returned", "Refused"] as const;

export const COUNCIL_LEVELS = ["Ordinary", "Configuration", "Upgrade"] as const;
export const PROPOSAL_STATES = [
  "None",
  "Open",
  "Queued",
  "Ready",
  "Lapsed",
  "Executed",
  "Cancelled",
] as const;

export type CycleState = (typeof CYCLE_STATES)[number];
export type CycleKind = (typeof CYCLE_KINDS)[number];
export type SettlementState = (typeof SETTLEMENT_STATES)[number];
export type ShopKind = (typeof SHOP_KINDS)[number];
export type PayoutMode = (typeof PAYOUT_MODES)[number];
export type Modality = (typeof MODALITIES)[number];

/** The name of an enumeration's value; a value that a later version of a contract added reads "Unknown-7". */
export function nameOf(names: readonly string[], value: bigint | number): string {
  return names[Number(value)] ?? `Unknown-${value}`;
}
