// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import type { EntryKind, MoneyState } from "../entryKinds.ts";
import {
  address,
  amount,
  code,
  count,
  currency,
  day,
  hash,
  households,
  organisation,
  reached,
  type Sent,
  signedAmount,
  text,
  time,
} from "./scalars.ts";

/** What the history answers about donors' money; see ledger.ts. A currency of NO_CURRENCY is one that no contract names. */

export const moneyState = code<MoneyState>();
export const entryKind = code<EntryKind>();
/** Given by a donor; arrived unasked and was accepted; came back from a recipient; left in the pot of a closed recipient. */
export const contributionKind = code<"given" | "unasked" | "returned" | "released">();
/** "released": no money moved, an earmark was lifted; all of it came back as a contribution. */
export const allocationKind = code<"allocated" | "released">();
/**
 * How far a part of a contribution has come:
 * - waiting: in the fund;
 * - returning: on its way back from the recipient, not booked by the fund yet;
 * - free: in the programme's budget or the agreement's escrow;
 * - fees: kept by the programme for shops' commissions;
 * - reserved: set aside for a cycle's households, or for a milestone that was submitted;
 * - redeemed: bought by households, owed to the shop;
 * - settled: instructed to a bank that has not confirmed; or an advance that the partner has not accounted for;
 * - reconciled: paid to the shop, or to the partner for verified work;
 * - unexplained: the recipient gave more back to another source than that had brought, and nothing says whose money it was.
 */
export const partStage = code<
  | "waiting"
  | "returning"
  | "free"
  | "fees"
  | "reserved"
  | "redeemed"
  | "settled"
  | "reconciled"
  | "unexplained"
>();
export const breakdownBy = code<"programme" | "cycle" | "shop">();

/** Something with a page of its own. */
export const ref = v.object({ kind: v.picklist(["fund", "programme", "agreement"]), address, name: text });
const shopRef = v.object({ id: count, code: text });

/** The number of a state: what the entries of the timeline with this state and asset add up to. */
export const stateTotal = v.object({
  state: moneyState,
  amount: signedAmount,
  entries: count,
  funds: signedAmount,
  programmes: signedAmount,
  agreements: signedAmount,
});

/** Where the money that was contributed is now, from the books of each contract. All of them and `unexplained` add up to contributed. */
export const whereabouts = v.object({
  /** In funds: waiting to be allocated. */
  inFunds: signedAmount,
  /** In funds: came back, and is not booked yet. */
  unbooked: signedAmount,
  /** In programmes: neither reserved nor spent. */
  free: signedAmount,
  /** In programmes: kept for shops' commissions. */
  fees: signedAmount,
  reserved: signedAmount,
  /** In programmes: sold by shops, and not settled yet. */
  owed: signedAmount,
  /** Instructed to a bank that has not confirmed yet. */
  instructed: signedAmount,
  paidToShops: signedAmount,
  /** In the escrow of agreements. */
  escrow: signedAmount,
  /** Less unspent advances that came back. */
  paidToPartners: signedAmount,
  /** Went back to sources that are no fund of the suite. */
  returned: signedAmount,
});

/** What the chain took for all transactions that the programmes had a part in. */
export const gas = v.object({
  transactions: count,
  gasUsed: amount,
  wei: amount,
  /** Rounded down; null without transfers. */
  weiPerTransfer: v.nullable(amount),
});

/** What it costs to get money to households. */
export const cost = v.object({
  /** Sales that counted: one is one transfer to a household. */
  transfers: count,
  /** What these sales were worth. */
  amount: signedAmount,
  /** Paid or instructed to shops and agents, beside the sales. */
  commission: amount,
  /** Rounded down; null without transfers. */
  commissionPerTransfer: v.nullable(amount),
  gas: v.nullable(gas),
});

/** What reached each state in one calendar month (UTC), less what was undone in it. All months add up to the totals of the states. */
export const month = v.object({
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  contributed: signedAmount,
  allocated: signedAmount,
  reserved: signedAmount,
  redeemed: signedAmount,
  settled: signedAmount,
  reconciled: signedAmount,
  returned: signedAmount,
});

/** A rate at which units of a local currency were issued against a recorded funding. */
export const rate = v.object({
  amount,
  /** Minor units of the source currency. */
  sourceAmount: amount,
  sourceCurrency: text,
  rate: amount,
  /** keccak256 of the funding document. */
  document: hash,
  transaction: hash,
});

export const assetOverview = v.object({
  /** Address of the token. */
  asset: address,
  currency,
  /** In the order of MONEY_STATES. */
  states: v.array(stateTotal),
  whereabouts,
  /** From the first month with money to the last, none left out. */
  months: v.array(month),
  /** Contributed, and in none of the whereabouts; 0 when everything is explained. */
  unexplained: signedAmount,
  /** Returns that funds could attribute to no contribution: a known part of what is unexplained. */
  unattributed: amount,
  cost,
  /** Empty: no contract recorded a rate for this asset. */
  rates: v.array(rate),
});

/** Households whose account had at least one sale, each counted once. */
export const reach = v.object({ households: reached, people: v.null() });

export const overview = v.object({
  /** One for each token, in the order in which they became known. */
  assets: v.array(assetOverview),
  reached: reach,
  programmes: count,
  agreements: count,
  funds: count,
});

export const timelineEntry = v.object({
  id: count,
  day,
  kind: entryKind,
  states: v.array(moneyState),
  /** Null for entries without money. */
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
  /** A code, reference or title that goes with it. */
  note: v.nullable(text),
  /** Of a document that goes with it. */
  document: v.nullable(hash),
  block: count,
  transaction: hash,
});

export const fundSummary = v.object({
  address,
  name: text,
  organisation,
  asset: address,
  currency,
  createdAt: time,
  /** Given by donors; came back and was booked; came back and is not booked; left to recipients; is there now. */
  contributed: amount,
  returned: amount,
  unbooked: amount,
  allocated: amount,
  held: amount,
  /** Returns beyond everything that was ever allocated to the recipient. */
  unattributed: amount,
  contributions: count,
  allocations: count,
});

/** The money earmarked for one recipient; without an earmark, the rest. */
export const pot = v.object({
  earmark: v.nullable(ref),
  contributed: amount,
  allocated: amount,
  available: amount,
});

export const fund = v.object({
  ...fundSummary.entries,
  /** The unearmarked pot first. */
  pots: v.array(pot),
});

export const contribution = v.object({
  id: count,
  kind: contributionKind,
  /** Null for money that came unasked. */
  donor: v.nullable(address),
  /** Null for what came back. Under this the contribution can be followed. */
  reference: v.nullable(hash),
  /** The reference as text, where it is one. */
  referenceText: v.nullable(text),
  earmark: v.nullable(ref),
  amount,
  /** The allocation that it came back from. */
  parent: v.nullable(count),
  day,
  transaction: hash,
});

export const allocation = v.object({
  id: count,
  kind: allocationKind,
  recipient: ref,
  isEarmarked: v.boolean(),
  reference: v.nullable(hash),
  referenceText: v.nullable(text),
  amount,
  returned: amount,
  day,
  transaction: hash,
});

/** A part of a contribution. All parts of a contribution add up to it. */
export const followPart = v.object({
  stage: partStage,
  amount,
  /** Null while it waits in the fund. */
  recipient: v.nullable(ref),
  cycle: v.nullable(count),
  shop: v.nullable(shopRef),
  settlement: v.nullable(count),
  milestone: v.nullable(count),
  /** Of the settlement or payment. */
  day: v.nullable(day),
  transaction: v.nullable(hash),
});

export const followStep = v.object({
  allocation: count,
  recipient: ref,
  /** Of the contributions followed, what went into this allocation, and how much of that came back to the fund. */
  amount,
  returned: amount,
  day,
  transaction: hash,
});

export const follow = v.object({
  fund: ref,
  currency,
  reference: hash,
  referenceText: v.nullable(text),
  /** What was given under this reference, in order. */
  contributions: v.array(contribution),
  contributed: amount,
  /** Where it went, allocation by allocation; money that came back and went again is in a step each time. */
  steps: v.array(followStep),
  /** The part that has come furthest is first. */
  parts: v.array(followPart),
  /**
   * What of it reached each state (see MONEY_STATES). Money that came back and went out again counts in allocated and returned each time,
   * as in the overview.
   */
  states: v.array(v.object({ state: moneyState, amount })),
});

/** A line of the breakdown: of a programme, one of its cycles or one of its shops. */
export const breakdownLine = v.object({
  by: breakdownBy,
  programme: ref,
  cycle: v.nullable(count),
  shop: v.nullable(shopRef),
  currency,
  /** Of a shop null: cycles reserve, not shops. */
  reserved: v.nullable(signedAmount),
  redeemed: signedAmount,
  settled: signedAmount,
  /** Targeted by a cycle (of a programme: by its largest); null for shops. */
  targeted: households,
  /** Null for shops. */
  reached,
});

export const breakdown = v.object({ lines: v.array(breakdownLine), hasAreas: v.literal(false) });

export type Ref = Sent<typeof ref>;
export type StateTotal = Sent<typeof stateTotal>;
export type Whereabouts = Sent<typeof whereabouts>;
export type MonthView = Sent<typeof month>;
export type RateView = Sent<typeof rate>;
export type AssetOverview = Sent<typeof assetOverview>;
export type OverviewView = Sent<typeof overview>;
export type TimelineEntry = Sent<typeof timelineEntry>;
export type FundSummary = Sent<typeof fundSummary>;
export type PotView = Sent<typeof pot>;
export type FundDetail = Sent<typeof fund>;
export type ContributionView = Sent<typeof contribution>;
export type ContributionKind = ContributionView["kind"];
export type AllocationView = Sent<typeof allocation>;
export type PartStage = FollowPart["stage"];
export type FollowPart = Sent<typeof followPart>;
export type FollowStep = Sent<typeof followStep>;
export type FollowView = Sent<typeof follow>;
export type BreakdownLine = Sent<typeof breakdownLine>;
export type BreakdownView = Sent<typeof breakdown>;
