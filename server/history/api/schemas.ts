// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import {
  type CheckView,
  CYCLE_KINDS,
  CYCLE_STATES,
  type CycleView,
  type DocumentView,
  type ErrorView,
  MODALITIES,
  PAYOUT_MODES,
  type ProgrammeDetail,
  type ProgrammeSummary,
  type ReceiptView,
  SETTLEMENT_STATES,
  type SettlementView,
  SHOP_KINDS,
  type ShopView,
  type StatusView,
} from "#sdk/history/index.ts";
import {
  address,
  amount,
  currency,
  day,
  hash,
  households,
  indexedTo,
  number,
  organisation,
  time,
  word,
} from "./scalars.ts";

/**
 * What the API answers, for its description and its tests. The compiler holds each schema to the view that the sdk declares and the
 * pages read, so that neither can change without the other.
 */

const balances = z.strictObject({
  free: amount,
  reserved: amount,
  owed: amount,
  settled: amount,
  instructed: amount,
  fees: amount,
});

export const programmeSummary = z.strictObject({
  address,
  name: z.string(),
  organisation,
  currency,
  modality: word(MODALITIES),
  balances,
  households,
  cyclesOpen: number,
}) satisfies z.ZodType<ProgrammeSummary>;

const pause = z.strictObject({
  since: time.nullable().describe("When the organisation's guardian paused it."),
  until: time.nullable().describe("When the pause of a member of the council lapses, or lapsed."),
});

export const programmeDetail = programmeSummary.extend({
  asset: address,
  payableStep: amount,
  purpose: z.string(),
  createdAt: time,
  funded: amount,
  returned: amount,
  pauses: z.strictObject({ redemptions: pause, payouts: pause }),
  closedAt: time.nullable().describe("Null while the programme runs."),
}) satisfies z.ZodType<ProgrammeDetail>;

export const cycle = z.strictObject({
  id: number,
  state: word(CYCLE_STATES),
  kind: word(CYCLE_KINDS),
  parent: number.nullable(),
  periodFirstDay: day,
  periodLastDay: day,
  opensAt: time,
  expiresAt: time,
  graceEndsAt: time,
  households,
  suppressed: z.boolean(),
  chunks: number,
  chunksLoaded: number,
  total: amount,
  loaded: amount,
  redeemed: amount,
  refunded: amount,
  settled: amount,
  approvals: number,
  needed: number.nullable(),
}) satisfies z.ZodType<CycleView>;

export const shop = z.strictObject({
  id: number,
  code: z.string(),
  kind: word(SHOP_KINDS),
  payoutMode: word(PAYOUT_MODES),
  isActive: z.boolean(),
  gross: amount,
  refunds: amount,
  settled: amount,
  owed: amount,
  terminals: number,
  lastReceiptDay: day.nullable(),
}) satisfies z.ZodType<ShopView>;

const correction = z.strictObject({
  kind: z.string(),
  account: number,
  amount,
  newAccount: number.nullable(),
  newAmount: amount,
  reason: z.string(),
  day,
  transaction: hash,
});

export const receipt = z.strictObject({
  terminal: address,
  number,
  cycle: number,
  shop: number,
  account: number.describe("Number of the household's account; nothing on chain says who that is."),
  amount,
  kind: z.enum(["sale", "refund"]),
  day: day.exactOptional().describe("Of a sale."),
  saleNumber: number.exactOptional().describe("Of a refund: the receipt number of its sale."),
  recognition: z.string().nullable(),
  outcome: z.enum(["credited", "rejected", "corrected"]),
  rejection: z.string().exactOptional(),
  correction: correction.exactOptional(),
  block: number,
  transaction: hash,
}) satisfies z.ZodType<ReceiptView>;

export const settlement = z.strictObject({
  id: number,
  shop: number,
  cycle: number,
  state: word(SETTLEMENT_STATES),
  amount,
  withholding: amount,
  commission: amount,
  payment: amount,
  statement: hash,
  endToEndId: z.string().nullable(),
  bankStatement: hash.nullable(),
  reason: z.string().nullable(),
  madeDay: day,
  changedDay: day,
  transaction: hash,
}) satisfies z.ZodType<SettlementView>;

export const document = z.strictObject({
  hash,
  organisation,
  kind: z.string(),
  officer: address,
  subject: hash,
  recordedAt: time,
  uri: z.string(),
  transaction: hash,
}) satisfies z.ZodType<DocumentView>;

export const status = z.strictObject({
  chainId: number,
  indexedTo,
  headSeen: number.nullable(),
  programmes: number,
  problem: z.string().nullable(),
}) satisfies z.ZodType<StatusView>;

export const check = z.strictObject({
  ok: z.boolean(),
  problems: z.array(z.strictObject({ rule: z.string(), expected: amount, actual: amount })),
}) satisfies z.ZodType<CheckView>;

export const error = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), next: z.string() }),
}) satisfies z.ZodType<ErrorView>;

export const health = z.strictObject({ status: z.literal("ok") });

export const readiness = z.strictObject({
  ready: z.boolean(),
  database: z.enum(["ok", "unreachable"]),
  indexedBlock: number.nullable(),
  headSeen: number.nullable(),
  lag: number.nullable().describe("Blocks between the head and the index; null while either is unknown."),
  problem: z.string().nullable().describe("Code of the error that reading the chain stands still for."),
});
