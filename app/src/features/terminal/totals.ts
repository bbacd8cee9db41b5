// SPDX-License-Identifier: Apache-2.0

import { type Amount, amountOf, sumAmounts, ZERO } from "#sdk/money/amount.ts";
import type { StoredReceipt } from "./receiptStore.ts";
import { calendarDay } from "./sale.ts";

/** The receipts made on a day of the device's calendar, newest first. @param day Days since 1970-01-01. */
export function receiptsOfDay(receipts: readonly StoredReceipt[], day: number): StoredReceipt[] {
  return receipts.filter(({ madeAt }) => calendarDay(new Date(madeAt)) === day).toReversed();
}

/** What receipts add up to. Rejected ones are left out; those that the ledger does not have yet are in. */
export interface Totals {
  readonly sales: number;
  readonly sold: Amount;
  readonly refunds: number;
  readonly refunded: Amount;
  /** How many of them the ledger does not have yet. */
  readonly waiting: number;
}

export function totalsOf(receipts: readonly StoredReceipt[]): Totals {
  const valid = receipts.filter(({ progress: { kind } }) => kind !== "rejected" && kind !== "conflict");
  const of = (kind: "sale" | "refund") => valid.filter(({ receipt }) => receipt.kind === kind);
  const sum = (some: readonly StoredReceipt[]) => sumAmounts(some.map(({ receipt }) => receipt.amount));
  return {
    sales: of("sale").length,
    sold: sum(of("sale")),
    refunds: of("refund").length,
    refunded: sum(of("refund")),
    waiting: valid.filter(({ progress: { kind } }) => kind !== "recorded").length,
  };
}

/** What of a sale can still be refunded; nothing of one that does not count. @param receipts All of its terminal. */
export function refundable(sale: StoredReceipt, receipts: readonly StoredReceipt[]): Amount {
  if (sale.receipt.kind !== "sale" || sale.progress.kind !== "recorded") return ZERO;
  const refunded = receipts.filter(
    ({ receipt, progress }) =>
      receipt.kind === "refund" &&
      receipt.saleNumber === sale.number &&
      progress.kind !== "rejected" &&
      progress.kind !== "conflict",
  );
  return amountOf(sale.receipt.amount - sumAmounts(refunded.map(({ receipt }) => receipt.amount)));
}
