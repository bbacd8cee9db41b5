// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import type * as views from "#sdk/history/donorViews.ts";
import type { Answer } from "#sdk/history/views.ts";
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
import type { Accepts } from "./schemas.ts";

// As in schemas.ts, for what donors see.

const ref = v.object({ kind: v.picklist(["fund", "programme", "agreement"]), address, name: v.string() });
export type Ref = v.InferOutput<typeof ref>;
const shopRef = v.object({ id: count, code: v.string() });

const stateTotal = v.object({
  state: code,
  amount: signedAmount,
  entries: count,
  funds: signedAmount,
  programmes: signedAmount,
  agreements: signedAmount,
});
export type StateTotal = v.InferOutput<typeof stateTotal>;

const whereabouts = v.object({
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
export type Whereabouts = v.InferOutput<typeof whereabouts>;

const cost = v.object({
  transfers: count,
  amount: signedAmount,
  commission: amount,
  commissionPerTransfer: v.nullable(amount),
  gas: v.nullable(v.object({ transactions: count, transfers: count, gasUsed: amount, wei: amount })),
});
export type Cost = v.InferOutput<typeof cost>;

const rate = v.object({
  amount,
  sourceAmount: amount,
  sourceCurrency: v.string(),
  rate: amount,
  document: hash,
  transaction: hash,
});
export type Rate = v.InferOutput<typeof rate>;

const assetOverview = v.object({
  asset: address,
  currency,
  states: v.array(stateTotal),
  whereabouts,
  unexplained: signedAmount,
  unattributed: amount,
  cost,
  rates: v.array(rate),
});
export type AssetOverview = v.InferOutput<typeof assetOverview>;

export const overview = v.object({
  indexedTo,
  assets: v.array(assetOverview),
  reached: v.object({ households: v.nullable(count), people: v.null() }),
  programmes: count,
  agreements: count,
  funds: count,
});
export type Overview = v.InferOutput<typeof overview>;

const timelineEntry = v.object({
  id: count,
  day: count,
  kind: code,
  states: v.array(code),
  amount: v.nullable(signedAmount),
  asset: v.nullable(address),
  currency: v.nullable(currency),
  organisation: v.nullable(organisation),
  fund: v.nullable(ref),
  programme: v.nullable(ref),
  agreement: v.nullable(ref),
  cycle: v.nullable(count),
  shop: v.nullable(count),
  number: v.nullable(count),
  note: v.nullable(v.string()),
  document: v.nullable(hash),
  block: count,
  transaction: hash,
});
export type TimelineEntry = v.InferOutput<typeof timelineEntry>;
export const timelinePage = pageOf(timelineEntry);

const fundSummary = v.object({
  address,
  name: v.string(),
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
export type FundSummary = v.InferOutput<typeof fundSummary>;
export const fundPage = pageOf(fundSummary);

export const fund = v.object({
  ...fundSummary.entries,
  indexedTo,
  pots: v.array(
    v.object({ earmark: v.nullable(ref), contributed: amount, allocated: amount, available: amount }),
  ),
});
export type Fund = v.InferOutput<typeof fund>;

const contribution = v.object({
  id: count,
  kind: code,
  donor: v.nullable(address),
  reference: v.nullable(hash),
  referenceText: v.nullable(v.string()),
  earmark: v.nullable(ref),
  amount,
  parent: v.nullable(count),
  day: count,
  transaction: hash,
});
export type Contribution = v.InferOutput<typeof contribution>;
export const contributionPage = pageOf(contribution);

const allocation = v.object({
  id: count,
  kind: code,
  recipient: ref,
  isEarmarked: v.boolean(),
  reference: v.nullable(hash),
  referenceText: v.nullable(v.string()),
  amount,
  returned: amount,
  day: count,
  transaction: hash,
});
export type Allocation = v.InferOutput<typeof allocation>;
export const allocationPage = pageOf(allocation);

const agreementMoney = v.object({
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

const agreementSummary = v.object({
  address,
  title: v.string(),
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
export type AgreementSummary = v.InferOutput<typeof agreementSummary>;
export const agreementPage = pageOf(agreementSummary);

const milestone = v.object({
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
  evidence: v.nullable(hash),
  evidenceUri: v.nullable(v.string()),
  payments: v.pipe(v.array(v.object({ amount, day: count, transaction: hash })), v.readonly()),
});
export type Milestone = v.InferOutput<typeof milestone>;

export const agreement = v.object({
  ...agreementSummary.entries,
  indexedTo,
  items: v.array(milestone),
  sources: v.array(
    v.object({
      source: address,
      fund: v.nullable(ref),
      brought: amount,
      credited: amount,
      returned: amount,
    }),
  ),
  terms: v.array(
    v.object({ version: count, termsHash: hash, documents: hash, acceptedDay: count, transaction: hash }),
  ),
  offer: v.nullable(v.object({ termsHash: hash, version: count, lapsesAt: count })),
  notice: v.nullable(v.object({ party: code, endsAt: count, reason: v.string() })),
});
export type Agreement = v.InferOutput<typeof agreement>;

const part = v.object({
  stage: code,
  amount,
  recipient: v.nullable(ref),
  cycle: v.nullable(count),
  shop: v.nullable(shopRef),
  settlement: v.nullable(count),
  milestone: v.nullable(count),
  day: v.nullable(count),
  transaction: v.nullable(hash),
});
export type FollowPart = v.InferOutput<typeof part>;

const step = v.object({
  allocation: count,
  recipient: ref,
  amount,
  returned: amount,
  day: count,
  transaction: hash,
});
export type FollowStep = v.InferOutput<typeof step>;

export const follow = v.object({
  indexedTo,
  fund: ref,
  currency,
  reference: hash,
  referenceText: v.nullable(v.string()),
  contributions: v.array(contribution),
  contributed: amount,
  steps: v.array(step),
  parts: v.array(part),
  states: v.array(v.object({ state: code, amount })),
});
export type Follow = v.InferOutput<typeof follow>;

const breakdownLine = v.object({
  by: code,
  programme: ref,
  cycle: v.nullable(count),
  shop: v.nullable(shopRef),
  currency,
  reserved: v.nullable(signedAmount),
  redeemed: signedAmount,
  settled: signedAmount,
  targeted: v.nullable(count),
  reached: v.nullable(count),
});
export type BreakdownLine = v.InferOutput<typeof breakdownLine>;
export const breakdown = v.object({ indexedTo, lines: v.array(breakdownLine), hasAreas: v.boolean() });
export type Breakdown = v.InferOutput<typeof breakdown>;

/** Whatever the server may send by its own types is accepted here: the compiler refuses the next line otherwise. */
export type ReadsTheServer = [
  Accepts<typeof overview, Answer<views.OverviewView>>,
  Accepts<typeof timelineEntry, views.TimelineEntry>,
  Accepts<typeof fundSummary, views.FundSummary>,
  Accepts<typeof fund, Answer<views.FundDetail>>,
  Accepts<typeof contribution, views.ContributionView>,
  Accepts<typeof allocation, views.AllocationView>,
  Accepts<typeof agreementSummary, views.AgreementSummary>,
  Accepts<typeof agreement, Answer<views.AgreementDetail>>,
  Accepts<typeof follow, Answer<views.FollowView>>,
  Accepts<typeof breakdown, Answer<views.BreakdownView>>,
];
