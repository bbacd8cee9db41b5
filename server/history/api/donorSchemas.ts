// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import {
  AGREEMENT_STATES,
  FINDINGS,
  MILESTONE_KINDS,
  MILESTONE_STATES,
  PARTIES,
} from "#sdk/agreements/names.ts";
import type * as views from "#sdk/history/donorViews.ts";
import { ENTRY_KIND_NAMES, MONEY_STATES } from "#sdk/history/entryKinds.ts";
import { COUNCIL_LEVELS, ORGANISATION_KINDS, PROPOSAL_STATES } from "#sdk/history/names.ts";
import { address, amount, currency, day, hash, number, organisation, time, word } from "./scalars.ts";

/** What the API answers about donors' money, agreements and the council; see schemas.ts. */

const signed = amount.describe("Ledger units of the asset; below zero where something is undone.");
/** A count of households that were reached. */
const reached = number
  .multipleOf(10)
  .min(10)
  .nullable()
  .describe("At least so many households: rounded down to a full ten, null below 10.");
const state = z.enum(MONEY_STATES);

const ref = z.strictObject({ kind: z.enum(["fund", "programme", "agreement"]), address, name: z.string() });
const shopRef = z.strictObject({ id: number, code: z.string() });

const stateTotal = z.strictObject({
  state,
  amount,
  entries: number.describe("How many entries of /timeline with this asset and state make the amount."),
  funds: amount,
  programmes: amount,
  agreements: amount,
});

const whereabouts = z
  .strictObject({
    inFunds: amount,
    unbooked: amount,
    free: amount,
    fees: amount,
    reserved: amount,
    owed: amount,
    instructed: amount,
    paidToShops: amount,
    escrow: amount,
    paidToPartners: amount,
    returned: amount,
  })
  .describe("Where the contributed money is now; with `unexplained` they add up to contributed.");

const cost = z.strictObject({
  transfers: number,
  amount,
  commission: amount,
  commissionPerTransfer: amount.nullable(),
  gas: z
    .strictObject({ transactions: number, transfers: number, gasUsed: amount, wei: amount })
    .nullable()
    .describe("Null where the index has not read it."),
});

const rate = z.strictObject({
  amount,
  sourceAmount: amount,
  sourceCurrency: z.string(),
  rate: amount.describe("Smallest units of the asset for a minor unit of the source currency, times 10^18."),
  document: hash,
  transaction: hash,
});

export const overview = z.strictObject({
  assets: z.array(
    z.strictObject({
      asset: address,
      currency,
      states: z.array(stateTotal),
      whereabouts,
      unexplained: amount,
      unattributed: amount,
      cost,
      rates: z.array(rate),
    }),
  ),
  reached: z.strictObject({
    households: reached,
    people: z.null().describe("No contract knows the size of a household."),
  }),
  programmes: number,
  agreements: number,
  funds: number,
}) satisfies z.ZodType<views.OverviewView>;

export const timelineEntry = z.strictObject({
  id: number.describe("Grows with every entry; the cursor of the list."),
  day,
  kind: z.enum(ENTRY_KIND_NAMES),
  states: z.array(state).describe("The states in whose total the amount counts."),
  amount: signed.nullable(),
  asset: address.nullable(),
  currency: currency.nullable(),
  organisation: organisation.nullable(),
  fund: ref.nullable(),
  programme: ref.nullable(),
  agreement: ref.nullable(),
  cycle: number.nullable(),
  shop: number.nullable(),
  number: number.nullable().describe("Of the contribution, allocation, settlement, milestone or proposal."),
  note: z.string().nullable(),
  document: hash.nullable(),
  block: number,
  transaction: hash,
}) satisfies z.ZodType<views.TimelineEntry>;

export const fundSummary = z.strictObject({
  address,
  name: z.string(),
  organisation,
  asset: address,
  currency,
  createdAt: time,
  contributed: amount,
  returned: amount,
  unbooked: amount,
  allocated: amount,
  held: amount,
  unattributed: amount,
  contributions: number,
  allocations: number,
}) satisfies z.ZodType<views.FundSummary>;

const pot = z.strictObject({
  earmark: ref.nullable(),
  contributed: amount,
  allocated: amount,
  available: amount,
});

export const fundDetail = fundSummary.extend({ pots: z.array(pot) }) satisfies z.ZodType<views.FundDetail>;

export const contribution = z.strictObject({
  id: number,
  kind: z.enum(["given", "unasked", "returned", "released"]),
  donor: address.nullable(),
  reference: hash.nullable(),
  referenceText: z.string().nullable(),
  earmark: ref.nullable(),
  amount,
  parent: number.nullable(),
  day,
  transaction: hash,
}) satisfies z.ZodType<views.ContributionView>;

export const allocation = z.strictObject({
  id: number,
  kind: z.enum(["allocated", "released"]),
  recipient: ref,
  isEarmarked: z.boolean(),
  reference: hash.nullable(),
  referenceText: z.string().nullable(),
  amount,
  returned: amount,
  day,
  transaction: hash,
}) satisfies z.ZodType<views.AllocationView>;

const agreementMoney = z.strictObject({
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

export const agreementSummary = z.strictObject({
  address,
  title: z.string(),
  agency: organisation,
  partner: organisation,
  asset: address,
  currency,
  state: word(AGREEMENT_STATES),
  createdAt: time,
  version: number,
  money: agreementMoney,
  outstanding: amount,
  milestones: number,
  milestonesOver: number,
}) satisfies z.ZodType<views.AgreementSummary>;

const milestone = z.strictObject({
  id: number,
  state: word(MILESTONE_STATES),
  kind: word(MILESTONE_KINDS),
  finding: word(FINDINGS),
  dueDay: day,
  amount,
  claimed: amount,
  authorised: amount,
  paid: amount,
  accepted: amount,
  refunded: amount,
  outstanding: amount,
  verifications: number,
  description: hash,
  evidence: hash.nullable(),
  evidenceUri: z.string().nullable(),
  payments: z.array(z.strictObject({ amount, day, transaction: hash })),
}) satisfies z.ZodType<views.MilestoneView>;

export const agreementDetail = agreementSummary.extend({
  items: z.array(milestone),
  sources: z.array(
    z.strictObject({
      source: address,
      fund: ref.nullable(),
      brought: amount,
      credited: amount,
      returned: amount,
    }),
  ),
  terms: z.array(
    z.strictObject({
      version: number,
      termsHash: hash,
      documents: hash,
      acceptedDay: day,
      transaction: hash,
    }),
  ),
  offer: z.strictObject({ termsHash: hash, version: number, lapsesAt: time }).nullable(),
  notice: z.strictObject({ party: word(PARTIES), endsAt: time, reason: hash }).nullable(),
}) satisfies z.ZodType<views.AgreementDetail>;

const followPart = z.strictObject({
  stage: z.enum([
    "waiting",
    "returning",
    "free",
    "fees",
    "reserved",
    "redeemed",
    "settled",
    "reconciled",
    "unexplained",
  ]),
  amount,
  recipient: ref.nullable(),
  cycle: number.nullable(),
  shop: shopRef.nullable(),
  settlement: number.nullable(),
  milestone: number.nullable(),
  day: day.nullable(),
  transaction: hash.nullable(),
}) satisfies z.ZodType<views.FollowPart>;

export const follow = z.strictObject({
  fund: ref,
  currency,
  reference: hash,
  referenceText: z.string().nullable(),
  contributions: z.array(contribution),
  contributed: amount,
  steps: z.array(
    z.strictObject({ allocation: number, recipient: ref, amount, returned: amount, day, transaction: hash }),
  ),
  parts: z.array(followPart).describe("Where it is now; adds up to contributed."),
  states: z.array(z.strictObject({ state, amount })),
}) satisfies z.ZodType<views.FollowView>;

export const proposal = z.strictObject({
  id: number,
  proposer: address,
  level: word(COUNCIL_LEVELS),
  state: word(PROPOSAL_STATES),
  calls: z.array(z.strictObject({ target: address, data: z.string().regex(/^0x([0-9a-f]{2})*$/) })),
  rationale: hash,
  uri: z.string(),
  approvals: z.array(address),
  objections: z.array(address),
  needed: number,
  readyAt: time.nullable(),
  lapsesAt: time.nullable(),
  madeDay: day,
  transaction: hash,
  executed: z.strictObject({ day, transaction: hash }).nullable(),
}) satisfies z.ZodType<views.ProposalView>;

export const council = z.strictObject({
  address: address.nullable(),
  epoch: number,
  quorum: number,
  upgradeQuorum: number,
  delay: number,
  upgradeDelay: number,
  gracePeriod: number,
  members: z.array(z.strictObject({ account: address, nameHash: hash })),
  organisations: z.array(
    z.strictObject({
      id: number,
      name: z.string(),
      kind: word(ORGANISATION_KINDS),
      isSuspended: z.boolean(),
      nameHash: hash,
    }),
  ),
  arbiters: z.array(z.strictObject({ account: address, until: time.nullable() })),
  proposals: z.array(proposal),
}) satisfies z.ZodType<views.CouncilView>;

export const breakdown = z.strictObject({
  lines: z.array(
    z.strictObject({
      by: z.enum(["programme", "cycle", "shop"]),
      programme: ref,
      cycle: number.nullable(),
      shop: shopRef.nullable(),
      currency,
      reserved: amount.nullable(),
      redeemed: amount,
      settled: amount,
      targeted: number.min(10).nullable(),
      reached,
    }),
  ),
  hasAreas: z.literal(false).describe("Areas stand in lists that agencies keep, never on the ledger."),
}) satisfies z.ZodType<views.BreakdownView>;
