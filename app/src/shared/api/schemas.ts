// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import type {
  Answer,
  CheckView,
  CorrectionView,
  CycleView,
  DocumentView,
  ProgrammeDetail,
  ProgrammeSummary as ProgrammeSummaryView,
  ReceiptView,
  SettlementView,
  ShopView,
  StatusView,
} from "#sdk/history/views.ts";
import { address, amount, code, count, currency, hash, indexedTo, organisation, pageOf } from "./scalars.ts";

// The server's answers are checked, not believed: a page of another version must say so rather than show nonsense.

export const status = v.object({
  chainId: count,
  indexedTo,
  headSeen: v.nullable(count),
  /** Code of the error that keeps the server from reading the ledger any further. */
  problem: v.optional(v.nullable(v.string())),
  programmes: count,
  /** The figures are those of a static snapshot; `isInstead` of a history server that does not answer. */
  snapshot: v.optional(v.object({ writtenAt: count, isInstead: v.boolean() })),
});
export type Status = v.InferOutput<typeof status>;

const balances = v.object({
  free: amount,
  reserved: amount,
  owed: amount,
  settled: amount,
  instructed: amount,
  fees: amount,
});
export type Balances = v.InferOutput<typeof balances>;

const programmeSummary = v.object({
  address,
  name: v.string(),
  organisation,
  currency,
  modality: code,
  balances,
  households: v.nullable(count),
  cyclesOpen: count,
});
export type ProgrammeSummary = v.InferOutput<typeof programmeSummary>;
export const programmePage = pageOf(programmeSummary);

export const programme = v.object({
  ...programmeSummary.entries,
  indexedTo,
  asset: address,
  payableStep: amount,
  purpose: v.string(),
  createdAt: count,
  funded: amount,
  returned: amount,
});
export type Programme = v.InferOutput<typeof programme>;

/** Whether all totals of a programme add up, by the history server's own sums. */
export const check = v.object({
  indexedTo,
  ok: v.boolean(),
  problems: v.pipe(
    v.array(v.object({ rule: v.string(), expected: v.string(), actual: v.string() })),
    v.readonly(),
  ),
});

const cycle = v.object({
  id: count,
  state: code,
  kind: code,
  parent: v.nullable(count),
  periodFirstDay: count,
  periodLastDay: count,
  opensAt: count,
  expiresAt: count,
  graceEndsAt: count,
  households: v.nullable(count),
  chunks: count,
  chunksLoaded: count,
  total: amount,
  loaded: amount,
  redeemed: amount,
  refunded: amount,
  settled: amount,
  approvals: count,
  needed: v.nullable(count),
});
export type Cycle = v.InferOutput<typeof cycle>;
export const cyclePage = pageOf(cycle);

const shop = v.object({
  id: count,
  code: v.string(),
  kind: code,
  payoutMode: code,
  isActive: v.boolean(),
  gross: amount,
  refunds: amount,
  settled: amount,
  owed: amount,
  terminals: count,
  lastReceiptDay: v.nullable(count),
});
export type Shop = v.InferOutput<typeof shop>;
export const shopPage = pageOf(shop);

const correction = v.object({
  kind: code,
  account: count,
  amount,
  newAccount: v.nullable(count),
  newAmount: amount,
  reason: v.string(),
  day: count,
  transaction: hash,
});
export type Correction = v.InferOutput<typeof correction>;

const receipt = v.object({
  terminal: address,
  number: count,
  cycle: count,
  shop: count,
  account: count,
  amount,
  kind: code,
  /** Of a sale: its day since 1970-01-01. */
  day: v.optional(count),
  /** Of a refund: the number of the sale, of the same terminal. */
  saleNumber: v.optional(count),
  recognition: v.nullable(code),
  outcome: code,
  rejection: v.optional(code),
  correction: v.optional(correction),
  block: count,
  transaction: hash,
});
export type Receipt = v.InferOutput<typeof receipt>;
export const receiptPage = pageOf(receipt);

const settlement = v.object({
  id: count,
  shop: count,
  cycle: count,
  state: code,
  amount,
  withholding: amount,
  commission: amount,
  payment: amount,
  statement: hash,
  endToEndId: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  madeDay: count,
  changedDay: count,
  transaction: hash,
});
export type Settlement = v.InferOutput<typeof settlement>;
export const settlementPage = pageOf(settlement);

const documentRecord = v.object({
  organisation,
  kind: code,
  officer: address,
  recordedAt: count,
  uri: v.string(),
  transaction: hash,
});
export type DocumentRecord = v.InferOutput<typeof documentRecord>;
export const documentPage = pageOf(documentRecord);

/** A server type that a schema reads. */
export type Accepts<Schema extends v.GenericSchema, View extends ReadOnly<v.InferInput<Schema>>> = [
  Schema,
  View,
];
/** Lists and fields as the server's types write them. */
type ReadOnly<T> = T extends readonly (infer Item)[]
  ? readonly ReadOnly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadOnly<T[Key]> }
    : T;

/** Whatever the server may send by its own types is accepted here: the compiler refuses the next line otherwise. */
export type ReadsTheServer = [
  Accepts<typeof status, StatusView>,
  Accepts<typeof programmeSummary, ProgrammeSummaryView>,
  Accepts<typeof programme, Answer<ProgrammeDetail>>,
  Accepts<typeof check, Answer<CheckView>>,
  Accepts<typeof cycle, CycleView>,
  Accepts<typeof shop, ShopView>,
  Accepts<typeof correction, CorrectionView>,
  Accepts<typeof receipt, ReceiptView>,
  Accepts<typeof settlement, SettlementView>,
  Accepts<typeof documentRecord, DocumentView>,
];
