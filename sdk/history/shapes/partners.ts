// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import type { AgreementState, Finding, MilestoneKind, MilestoneState, Party } from "#sdk/agreements/names.ts";
import type { COUNCIL_LEVELS, ORGANISATION_KINDS, PROPOSAL_STATES } from "../names.ts";
import { ref } from "./donors.ts";
import {
  address,
  amount,
  code,
  count,
  currency,
  day,
  hash,
  organisation,
  type Sent,
  signedAmount,
  text,
  time,
} from "./scalars.ts";

/** What the history answers about agreements with partners and about the council; see ledger.ts. */

export const agreementState = code<AgreementState>();
export const milestoneState = code<MilestoneState>();
export const milestoneKind = code<MilestoneKind>();
export const finding = code<Finding>();
export const party = code<Party>();
export const councilLevel = code<(typeof COUNCIL_LEVELS)[number]>();
export const proposalState = code<(typeof PROPOSAL_STATES)[number]>();
export const organisationKind = code<(typeof ORGANISATION_KINDS)[number]>();

/** What an agreement costs and holds; the fields of the contract's `money()`. */
export const agreementMoney = v.object({
  committed: amount,
  pending: amount,
  escrowed: amount,
  paid: amount,
  refunded: amount,
  returned: amount,
  held: amount,
  reserved: amount,
  credited: amount,
  unfunded: amount,
  excess: amount,
});

export const agreementSummary = v.object({
  address,
  title: text,
  agency: organisation,
  partner: organisation,
  asset: address,
  currency,
  state: agreementState,
  createdAt: time,
  /** Of the terms in force; 0 before the first. */
  version: count,
  money: agreementMoney,
  /** Paid advances that are not accounted for. */
  outstanding: amount,
  milestones: count,
  /** Paid or cancelled. */
  milestonesOver: count,
});

/** Below zero where an unspent part of an advance came back. */
const payment = v.object({ amount: signedAmount, day, transaction: hash });

export const milestone = v.object({
  id: count,
  state: milestoneState,
  kind: milestoneKind,
  finding,
  dueDay: day,
  amount,
  claimed: amount,
  authorised: amount,
  paid: amount,
  /** Of an advance: accounted for by spending that the agency accepted; came back unspent; neither. */
  accepted: amount,
  refunded: amount,
  outstanding: amount,
  verifications: count,
  /** keccak256 of what is to be done, as the latest terms say. */
  description: hash,
  /** keccak256 of the latest evidence, and where the partner keeps it. */
  evidence: v.nullable(hash),
  evidenceUri: v.nullable(text),
  payments: v.array(payment),
});

export const agreementSource = v.object({
  source: address,
  /** The fund behind it; null for a source that is none. */
  fund: v.nullable(ref),
  brought: amount,
  credited: amount,
  returned: amount,
});

export const terms = v.object({
  version: count,
  termsHash: hash,
  documents: hash,
  acceptedDay: day,
  transaction: hash,
});

export const agreement = v.object({
  ...agreementSummary.entries,
  items: v.array(milestone),
  sources: v.array(agreementSource),
  /** Versions that both sides signed, oldest first. */
  terms: v.array(terms),
  /** Terms that the agency signed and the partner has not. */
  offer: v.nullable(v.object({ termsHash: hash, version: count, lapsesAt: time })),
  notice: v.nullable(v.object({ party, endsAt: time, reason: hash })),
});

export const proposal = v.object({
  id: count,
  proposer: address,
  level: councilLevel,
  state: proposalState,
  calls: v.array(v.object({ target: address, data: v.pipe(v.string(), v.regex(/^0x([0-9a-f]{2})*$/)) })),
  /** keccak256 of the document that explains it, and where it is. */
  rationale: hash,
  uri: text,
  /** Of the present epoch. */
  approvals: v.array(address),
  objections: v.array(address),
  /** Approvals that it needs by the settings of now. */
  needed: count,
  /** From when it can be executed, and until when; null without a quorum. */
  readyAt: v.nullable(time),
  lapsesAt: v.nullable(time),
  madeDay: day,
  transaction: hash,
  executed: v.nullable(v.object({ day, transaction: hash })),
});

export const council = v.object({
  /** Null where the deployment names no council. */
  address: v.nullable(address),
  epoch: count,
  quorum: count,
  upgradeQuorum: count,
  /** Seconds. */
  delay: count,
  upgradeDelay: count,
  gracePeriod: count,
  members: v.array(v.object({ account: address, nameHash: hash })),
  /** Whom it governs, with the hashes by which members of the same names are told. */
  organisations: v.array(
    v.object({ id: count, name: text, kind: organisationKind, isSuspended: v.boolean(), nameHash: hash }),
  ),
  /** Whom it recommends as arbiters, those whose mandate has begun. */
  arbiters: v.array(v.object({ account: address, until: v.nullable(time) })),
  /** Newest first, at most 500: older ones are at /api/council/proposals. */
  proposals: v.array(proposal),
});

export type AgreementMoneyView = Sent<typeof agreementMoney>;
export type AgreementSummary = Sent<typeof agreementSummary>;
export type MilestoneView = Sent<typeof milestone>;
export type AgreementSourceView = Sent<typeof agreementSource>;
export type TermsView = Sent<typeof terms>;
export type AgreementDetail = Sent<typeof agreement>;
export type ProposalView = Sent<typeof proposal>;
export type CouncilView = Sent<typeof council>;
