// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import type { CycleKind, CycleState, Modality, PayoutMode, SettlementState, ShopKind } from "../names.ts";
import {
  address,
  amount,
  code,
  count,
  currency,
  day,
  hash,
  households,
  indexedTo,
  organisation,
  type Sent,
  text,
  time,
} from "./scalars.ts";

/**
 * What the history answers about programmes: the one place of these shapes. The server's types, the pages' checks and the API's
 * description are all made from here. Days are counted from 1970-01-01, times are Unix seconds.
 */

export const modality = code<Modality>();
export const cycleState = code<CycleState>();
export const cycleKind = code<CycleKind>();
export const shopKind = code<ShopKind>();
export const payoutMode = code<PayoutMode>();
export const settlementState = code<SettlementState>();
export const receiptKind = code<"sale" | "refund">();
export const receiptOutcome = code<"credited" | "rejected" | "corrected">();

export const balances = v.object({
  free: amount,
  reserved: amount,
  owed: amount,
  settled: amount,
  instructed: amount,
  fees: amount,
});

export const programmeSummary = v.object({
  address,
  name: text,
  organisation,
  currency,
  modality,
  balances,
  /** Of the largest cycle that was ever approved. */
  households,
  /** Approved cycles that are not closed. */
  cyclesOpen: count,
});

/** Why a switch of a programme may be paused; null where nobody pauses it. */
export const pause = v.object({ since: v.nullable(time), until: v.nullable(time) });

export const programme = v.object({
  ...programmeSummary.entries,
  asset: address,
  payableStep: amount,
  purpose: text,
  createdAt: time,
  /** Everything that was ever brought in, and what of it went back to its sources. */
  funded: amount,
  returned: amount,
  pauses: v.object({ redemptions: pause, payouts: pause }),
  closedAt: v.nullable(time),
});

export const cycle = v.object({
  id: count,
  state: cycleState,
  kind: cycleKind,
  parent: v.nullable(count),
  periodFirstDay: day,
  periodLastDay: day,
  opensAt: time,
  expiresAt: time,
  graceEndsAt: time,
  households,
  /** There are too few households for their number to be shown. */
  suppressed: v.boolean(),
  chunks: count,
  chunksLoaded: count,
  total: amount,
  loaded: amount,
  redeemed: amount,
  refunded: amount,
  settled: amount,
  approvals: count,
  /** Approvers that the amount needs; null until the first of them approved. */
  needed: v.nullable(count),
});

export const shop = v.object({
  id: count,
  code: text,
  kind: shopKind,
  payoutMode,
  isActive: v.boolean(),
  gross: amount,
  refunds: amount,
  settled: amount,
  owed: amount,
  /** That are not revoked. */
  terminals: count,
  lastReceiptDay: v.nullable(day),
});

export const correction = v.object({
  kind: text,
  account: count,
  amount,
  newAccount: v.nullable(count),
  newAmount: amount,
  reason: text,
  day,
  transaction: hash,
});

/** What the terminal said, and what became of it. */
export const receipt = v.object({
  terminal: address,
  number: count,
  cycle: count,
  shop: count,
  account: count,
  amount,
  kind: receiptKind,
  day: v.exactOptional(day),
  saleNumber: v.exactOptional(count),
  /** How the household was recognised; null when the receipt does not say. */
  recognition: v.nullable(text),
  outcome: receiptOutcome,
  rejection: v.exactOptional(text),
  correction: v.exactOptional(correction),
  block: count,
  transaction: hash,
});

export const settlement = v.object({
  id: count,
  shop: count,
  cycle: count,
  state: settlementState,
  amount,
  withholding: amount,
  commission: amount,
  payment: amount,
  statement: hash,
  endToEndId: v.nullable(text),
  bankStatement: v.nullable(hash),
  reason: v.nullable(text),
  madeDay: day,
  changedDay: day,
  transaction: hash,
});

export const document = v.object({
  hash,
  organisation,
  kind: text,
  officer: address,
  subject: hash,
  recordedAt: time,
  uri: text,
  transaction: hash,
});

export const status = v.object({
  chainId: count,
  indexedTo,
  /** Number of the newest block that the node told of; null when it never answered. */
  headSeen: v.nullable(count),
  programmes: count,
  problem: v.nullable(text),
});

/** Whether all totals of a programme add up, by the history's own sums. */
export const check = v.object({
  ok: v.boolean(),
  problems: v.array(v.object({ rule: text, expected: text, actual: text })),
});

export const error = v.object({ error: v.object({ code: text, message: text, next: text }) });

export type CurrencyView = Sent<typeof currency>;
export type OrganisationRef = Sent<typeof organisation>;
export type BalancesView = Sent<typeof balances>;
export type ProgrammeSummary = Sent<typeof programmeSummary>;
export type PauseView = Sent<typeof pause>;
export type ProgrammeDetail = Sent<typeof programme>;
export type CycleView = Sent<typeof cycle>;
export type ShopView = Sent<typeof shop>;
export type CorrectionView = Sent<typeof correction>;
export type ReceiptView = Sent<typeof receipt>;
export type SettlementView = Sent<typeof settlement>;
export type DocumentView = Sent<typeof document>;
export type StatusView = Sent<typeof status>;
export type CheckView = Sent<typeof check>;
export type ErrorView = Sent<typeof error>;
export type IndexedTo = NonNullable<Sent<typeof indexedTo>>;

/** A single thing as the API answers it. */
export type Answer<T> = T & { readonly indexedTo: IndexedTo | null };

/** A list as the API answers it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly indexedTo: IndexedTo | null;
}
