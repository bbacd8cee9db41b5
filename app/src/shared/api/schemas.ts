// SPDX-License-Identifier: Apache-2.0

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
import { amountOf } from "#sdk/money/index.ts";
import { z } from "#sdk/shape/index.ts";

// The server's answers are checked, not believed: a page of another version must say so rather than show nonsense.

/** Ledger units travel as decimal strings, because JSON numbers lose their last digits. */
const amount = z.pipe(
  z.string().check(z.regex(/^\d{1,39}$/)),
  z.transform((digits: string) => amountOf(BigInt(digits))),
);
const count = z.int().check(z.nonnegative());
const address = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
const hash = z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/));
/** A code of the contracts. Kept open: a newer contract may add values, and the page then shows them as they are. */
const code = z.string();

/** Up to which block an answer holds; null until the server has read its first block. */
const indexedTo = z.nullable(z.object({ number: count, hash, timestamp: count }));
const organisation = z.object({ id: count, name: z.string() });
const currency = z.object({ code: z.string(), decimals: count });

/** A page of a list; `nextCursor` asks for the following one, null at the end. */
function pageOf<Item extends z.Shape>(item: Item) {
  return z.object({ indexedTo, items: z.array(item), nextCursor: z.nullable(z.string()) });
}

export const status = z.object({
  chainId: count,
  indexedTo,
  headSeen: z.nullable(count),
  /** Code of the error that keeps the server from reading the ledger any further. */
  problem: z.optional(z.nullable(z.string())),
  programmes: count,
});
export type Status = z.infer<typeof status>;

const balances = z.object({
  free: amount,
  reserved: amount,
  owed: amount,
  settled: amount,
  instructed: amount,
  fees: amount,
});
export type Balances = z.infer<typeof balances>;

const programmeSummary = z.object({
  address,
  name: z.string(),
  organisation,
  currency,
  modality: code,
  balances,
  households: z.nullable(count),
  cyclesOpen: count,
});
export type ProgrammeSummary = z.infer<typeof programmeSummary>;
export const programmePage = pageOf(programmeSummary);

export const programme = z.extend(programmeSummary, {
  indexedTo,
  asset: address,
  payableStep: amount,
  purpose: z.string(),
  createdAt: count,
  funded: amount,
  returned: amount,
});
export type Programme = z.infer<typeof programme>;

/** Whether all totals of a programme add up, by the history server's own sums. */
export const check = z.object({
  indexedTo,
  ok: z.boolean(),
  problems: z.readonly(z.array(z.object({ rule: z.string(), expected: z.string(), actual: z.string() }))),
});

const cycle = z.object({
  id: count,
  state: code,
  kind: code,
  parent: z.nullable(count),
  periodFirstDay: count,
  periodLastDay: count,
  opensAt: count,
  expiresAt: count,
  graceEndsAt: count,
  households: z.nullable(count),
  chunks: count,
  chunksLoaded: count,
  total: amount,
  loaded: amount,
  redeemed: amount,
  refunded: amount,
  settled: amount,
  approvals: count,
  needed: z.nullable(count),
});
export type Cycle = z.infer<typeof cycle>;
export const cyclePage = pageOf(cycle);

const shop = z.object({
  id: count,
  code: z.string(),
  kind: code,
  payoutMode: code,
  isActive: z.boolean(),
  gross: amount,
  refunds: amount,
  settled: amount,
  owed: amount,
  terminals: count,
  lastReceiptDay: z.nullable(count),
});
export type Shop = z.infer<typeof shop>;
export const shopPage = pageOf(shop);

const correction = z.object({
  kind: code,
  account: count,
  amount,
  newAccount: z.nullable(count),
  newAmount: amount,
  reason: z.string(),
  day: count,
  transaction: hash,
});
export type Correction = z.infer<typeof correction>;

const receipt = z.object({
  terminal: address,
  number: count,
  cycle: count,
  shop: count,
  account: count,
  amount,
  kind: code,
  /** Of a sale: its day since 1970-01-01. */
  day: z.optional(count),
  /** Of a refund: the number of the sale, of the same terminal. */
  saleNumber: z.optional(count),
  recognition: z.nullable(code),
  outcome: code,
  rejection: z.optional(code),
  correction: z.optional(correction),
  block: count,
  transaction: hash,
});
export type Receipt = z.infer<typeof receipt>;
export const receiptPage = pageOf(receipt);

const settlement = z.object({
  id: count,
  shop: count,
  cycle: count,
  state: code,
  amount,
  withholding: amount,
  commission: amount,
  payment: amount,
  statement: hash,
  endToEndId: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  madeDay: count,
  changedDay: count,
  transaction: hash,
});
export type Settlement = z.infer<typeof settlement>;
export const settlementPage = pageOf(settlement);

const documentRecord = z.object({
  organisation,
  kind: code,
  officer: address,
  recordedAt: count,
  uri: z.string(),
  transaction: hash,
});
export type DocumentRecord = z.infer<typeof documentRecord>;
export const documentPage = pageOf(documentRecord);

type Accepts<Schema extends z.Shape, View extends z.input<Schema>> = [Schema, View];

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
