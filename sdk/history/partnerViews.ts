// SPDX-License-Identifier: Apache-2.0

import type { AgreementState, Finding, MilestoneKind, MilestoneState, Party } from "#sdk/agreements/names.ts";
import type { OrganisationRef, Ref } from "./donorViews.ts";
import type { COUNCIL_LEVELS, ORGANISATION_KINDS, PROPOSAL_STATES } from "./names.ts";
import type { CurrencyView } from "./views.ts";

/** What is told of agreements with partners and of the council: see donorViews.ts. */

/** What an agreement costs and holds; the fields of the contract's `money()`. */
export interface AgreementMoneyView {
  readonly committed: string;
  readonly pending: string;
  readonly escrowed: string;
  readonly paid: string;
  readonly refunded: string;
  readonly returned: string;
  readonly held: string;
  readonly reserved: string;
  readonly credited: string;
  readonly unfunded: string;
  readonly excess: string;
}

export interface AgreementSummary {
  readonly address: string;
  readonly title: string;
  readonly agency: OrganisationRef;
  readonly partner: OrganisationRef;
  readonly asset: string;
  readonly currency: CurrencyView;
  readonly state: AgreementState;
  readonly createdAt: number;
  /** Version of the terms in force; 0 before the first. */
  readonly version: number;
  readonly money: AgreementMoneyView;
  /** Paid advances that are not accounted for. */
  readonly outstanding: string;
  readonly milestones: number;
  /** Paid or cancelled. */
  readonly milestonesOver: number;
}

export interface MilestoneView {
  readonly id: number;
  readonly state: MilestoneState;
  readonly kind: MilestoneKind;
  readonly finding: Finding;
  readonly dueDay: number;
  readonly amount: string;
  readonly claimed: string;
  readonly authorised: string;
  readonly paid: string;
  /** Of an advance: accounted for by spending that the agency accepted; came back unspent; neither. */
  readonly accepted: string;
  readonly refunded: string;
  readonly outstanding: string;
  readonly verifications: number;
  /** keccak256 of what is to be done, as the latest terms say. */
  readonly description: string;
  /** keccak256 of the latest evidence, and where the partner keeps it. */
  readonly evidence: string | null;
  readonly evidenceUri: string | null;
  readonly payments: readonly PaymentView[];
}

export interface PaymentView {
  readonly amount: string;
  readonly day: number;
  readonly transaction: string;
}

export interface AgreementSourceView {
  readonly source: string;
  /** The fund behind it; null for a source that is none. */
  readonly fund: Ref | null;
  readonly brought: string;
  readonly credited: string;
  readonly returned: string;
}

export interface TermsView {
  readonly version: number;
  readonly termsHash: string;
  readonly documents: string;
  readonly acceptedDay: number;
  readonly transaction: string;
}

export interface AgreementDetail extends AgreementSummary {
  readonly items: readonly MilestoneView[];
  readonly sources: readonly AgreementSourceView[];
  /** Versions that both sides signed, oldest first. */
  readonly terms: readonly TermsView[];
  /** Terms that the agency signed and the partner has not. */
  readonly offer: { readonly termsHash: string; readonly version: number; readonly lapsesAt: number } | null;
  readonly notice: { readonly party: Party; readonly endsAt: number; readonly reason: string } | null;
}

export interface CouncilMemberView {
  readonly account: string;
  readonly nameHash: string;
}

export interface CouncilOrganisationView {
  readonly id: number;
  readonly name: string;
  readonly kind: (typeof ORGANISATION_KINDS)[number];
  readonly isSuspended: boolean;
  /** keccak256 of the name, in UTF-8. */
  readonly nameHash: string;
}

export interface CouncilView {
  /** Null where the deployment names no council. */
  readonly address: string | null;
  readonly epoch: number;
  readonly quorum: number;
  readonly upgradeQuorum: number;
  /** Seconds. */
  readonly delay: number;
  readonly upgradeDelay: number;
  readonly gracePeriod: number;
  readonly members: readonly CouncilMemberView[];
  /** Whom it governs, with the hashes by which members of the same names are told. */
  readonly organisations: readonly CouncilOrganisationView[];
  /** Whom it recommends as arbiters, those whose mandate has begun. */
  readonly arbiters: readonly { readonly account: string; readonly until: number | null }[];
  /** Newest first, at most 500: older ones are at /api/council/proposals. */
  readonly proposals: readonly ProposalView[];
}

export interface ProposalView {
  readonly id: number;
  readonly proposer: string;
  readonly level: (typeof COUNCIL_LEVELS)[number];
  readonly state: (typeof PROPOSAL_STATES)[number];
  readonly calls: readonly { readonly target: string; readonly data: string }[];
  /** keccak256 of the document that explains it, and where it is. */
  readonly rationale: string;
  readonly uri: string;
  /** Of the present epoch. */
  readonly approvals: readonly string[];
  readonly objections: readonly string[];
  /** Approvals that it needs by the settings of now. */
  readonly needed: number;
  /** Unix seconds from which it can be executed, and until when; null without a quorum. */
  readonly readyAt: number | null;
  readonly lapsesAt: number | null;
  readonly madeDay: number;
  readonly transaction: string;
  /** Of the execution. */
  readonly executed: { readonly day: number; readonly transaction: string } | null;
}
