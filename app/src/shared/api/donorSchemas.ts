// SPDX-License-Identifier: Apache-2.0

import type * as views from "#sdk/history/donorViews.ts";
import type { Answer } from "#sdk/history/views.ts";
import { z } from "#sdk/shape/index.ts";
import {
  address,
  amount,
  code,
  count,
  currency,
  hash,
  indexedTo,
  organisation,
  pageOf,
  signedAmount,
} from "./scalars.ts";

// As in schemas.ts, for what donors see.

const ref = z.object({ kind: z.enum(["fund", "programme", "agreement"]), address, name: z.string() });
export type Ref = z.infer<typeof ref>;
const shopRef = z.object({ id: count, code: z.string() });

const stateTotal = z.object({
  state: code,
  amount: signedAmount,
  entries: count,
  funds: signedAmount,
  programmes: signedAmount,
  agreements: signedAmount,
});
export type StateTotal = z.infer<typeof stateTotal>;

const whereabouts = z.object({
  inFunds: signedAmount,
  unbooked: signedAmount,
  free: signedAmount,
  fees: signedAmount,
  reserved: signedAmount,
  owed: signedAmount,
  instructed: signedAmount,
  paidToShops: signedAmount,
  escrow: signedAmount,
  paidToPartners: signedAmount,
  returned: signedAmount,
});
export type Whereabouts = z.infer<typeof whereabouts>;

const cost = z.object({
  transfers: count,
  amount: signedAmount,
  commission: amount,
  commissionPerTransfer: z.nullable(amount),
  gas: z.nullable(z.object({ transactions: count, transfers: count, gasUsed: amount, wei: amount })),
});
export type Cost = z.infer<typeof cost>;

const rate = z.object({
  amount,
  sourceAmount: amount,
  sourceCurrency: z.string(),
  rate: amount,
  document: hash,
  transaction: hash,
});
export type Rate = z.infer<typeof rate>;

const assetOverview = z.object({
  asset: address,
  currency,
  states: z.array(stateTotal),
  whereabouts,
  unexplained: signedAmount,
  unattributed: amount,
  cost,
  rates: z.array(rate),
});
export type AssetOverview = z.infer<typeof assetOverview>;

export const overview = z.object({
  indexedTo,
  assets: z.array(assetOverview),
  reached: z.object({ households: z.nullable(count), people: z.null() }),
  programmes: count,
  agreements: count,
  funds: count,
});
export type Overview = z.infer<typeof overview>;

const timelineEntry = z.object({
  id: count,
  day: count,
  kind: code,
  states: z.array(code),
  amount: z.nullable(signedAmount),
  asset: z.nullable(address),
  currency: z.nullable(currency),
  organisation: z.nullable(organisation),
  fund: z.nullable(ref),
  programme: z.nullable(ref),
  agreement: z.nullable(ref),
  cycle: z.nullable(count),
  shop: z.nullable(count),
  number: z.nullable(count),
  note: z.nullable(z.string()),
  document: z.nullable(hash),
  block: count,
  transaction: hash,
});
export type TimelineEntry = z.infer<typeof timelineEntry>;
export const timelinePage = pageOf(timelineEntry);

const fundSummary = z.object({
  address,
  name: z.string(),
  organisation,
  asset: address,
  currency,
  createdAt: count,
  contributed: amount,
  returned: amount,
  unbooked: amount,
  allocated: amount,
  held: amount,
  unattributed: amount,
  contributions: count,
  allocations: count,
});
export type FundSummary = z.infer<typeof fundSummary>;
export const fundPage = pageOf(fundSummary);

export const fund = z.extend(fundSummary, {
  indexedTo,
  pots: z.array(
    z.object({ earmark: z.nullable(ref), contributed: amount, allocated: amount, available: amount }),
  ),
});
export type Fund = z.infer<typeof fund>;

const contribution = z.object({
  id: count,
  kind: code,
  donor: z.nullable(address),
  reference: z.nullable(hash),
  referenceText: z.nullable(z.string()),
  earmark: z.nullable(ref),
  amount,
  parent: z.nullable(count),
  day: count,
  transaction: hash,
});
export type Contribution = z.infer<typeof contribution>;
export const contributionPage = pageOf(contribution);

const allocation = z.object({
  id: count,
  kind: code,
  recipient: ref,
  isEarmarked: z.boolean(),
  reference: z.nullable(hash),
  referenceText: z.nullable(z.string()),
  amount,
  returned: amount,
  day: count,
  transaction: hash,
});
export type Allocation = z.infer<typeof allocation>;
export const allocationPage = pageOf(allocation);

const agreementMoney = z.object({
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

const agreementSummary = z.object({
  address,
  title: z.string(),
  agency: organisation,
  partner: organisation,
  asset: address,
  currency,
  state: code,
  createdAt: count,
  version: count,
  money: agreementMoney,
  outstanding: amount,
  milestones: count,
  milestonesOver: count,
});
export type AgreementSummary = z.infer<typeof agreementSummary>;
export const agreementPage = pageOf(agreementSummary);

const milestone = z.object({
  id: count,
  state: code,
  kind: code,
  finding: code,
  dueDay: count,
  amount,
  claimed: amount,
  authorised: amount,
  paid: amount,
  accepted: amount,
  refunded: amount,
  outstanding: amount,
  verifications: count,
  description: hash,
  evidence: z.nullable(hash),
  evidenceUri: z.nullable(z.string()),
  payments: z.readonly(z.array(z.object({ amount, day: count, transaction: hash }))),
});
export type Milestone = z.infer<typeof milestone>;

export const agreement = z.extend(agreementSummary, {
  indexedTo,
  items: z.array(milestone),
  sources: z.array(
    z.object({
      source: address,
      fund: z.nullable(ref),
      brought: amount,
      credited: amount,
      returned: amount,
    }),
  ),
  terms: z.array(
    z.object({ version: count, termsHash: hash, documents: hash, acceptedDay: count, transaction: hash }),
  ),
  offer: z.nullable(z.object({ termsHash: hash, version: count, lapsesAt: count })),
  notice: z.nullable(z.object({ party: code, endsAt: count, reason: z.string() })),
});
export type Agreement = z.infer<typeof agreement>;

const part = z.object({
  stage: code,
  amount,
  recipient: z.nullable(ref),
  cycle: z.nullable(count),
  shop: z.nullable(shopRef),
  settlement: z.nullable(count),
  milestone: z.nullable(count),
  day: z.nullable(count),
  transaction: z.nullable(hash),
});
export type FollowPart = z.infer<typeof part>;

const step = z.object({
  allocation: count,
  recipient: ref,
  amount,
  returned: amount,
  day: count,
  transaction: hash,
});
export type FollowStep = z.infer<typeof step>;

export const follow = z.object({
  indexedTo,
  fund: ref,
  currency,
  reference: hash,
  referenceText: z.nullable(z.string()),
  contributions: z.array(contribution),
  contributed: amount,
  steps: z.array(step),
  parts: z.array(part),
  states: z.array(z.object({ state: code, amount })),
});
export type Follow = z.infer<typeof follow>;

const breakdownLine = z.object({
  by: code,
  programme: ref,
  cycle: z.nullable(count),
  shop: z.nullable(shopRef),
  currency,
  reserved: z.nullable(signedAmount),
  redeemed: signedAmount,
  settled: signedAmount,
  targeted: z.nullable(count),
  reached: z.nullable(count),
});
export type BreakdownLine = z.infer<typeof breakdownLine>;
export const breakdown = z.object({ indexedTo, lines: z.array(breakdownLine), hasAreas: z.boolean() });
export type Breakdown = z.infer<typeof breakdown>;

type Accepts<Schema extends z.Shape, View extends z.input<Schema>> = [Schema, View];

/** Whatever the server may send by its own types is accepted here: the compiler refuses the next line otherwise. */
export type ReadsTheServer = [
  Accepts<typeof overview, Mutable<Answer<views.OverviewView>>>,
  Accepts<typeof timelineEntry, Mutable<views.TimelineEntry>>,
  Accepts<typeof fundSummary, Mutable<views.FundSummary>>,
  Accepts<typeof fund, Mutable<Answer<views.FundDetail>>>,
  Accepts<typeof contribution, Mutable<views.ContributionView>>,
  Accepts<typeof allocation, Mutable<views.AllocationView>>,
  Accepts<typeof agreementSummary, Mutable<views.AgreementSummary>>,
  Accepts<typeof agreement, Mutable<Answer<views.AgreementDetail>>>,
  Accepts<typeof follow, Mutable<Answer<views.FollowView>>>,
  Accepts<typeof breakdown, Mutable<Answer<views.BreakdownView>>>,
];

/** Read-only lists of the server's types as the schemas write them. */
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { [Key in keyof T]: Mutable<T[Key]> }
    : T;
