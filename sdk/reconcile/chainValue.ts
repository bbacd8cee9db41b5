// SPDX-License-Identifier: Apache-2.0

import type { AccountNumber } from "#sdk/list/index.ts";
import { type Amount, amountOf, ZERO } from "#sdk/money/index.ts";
import type { ReceiptKind } from "#sdk/receipts/index.ts";
import type { ChainReceipt, ShopTerminal } from "./types.ts";

/** What a receipt counts on chain now, its correction included. Amount 0 when it counts nothing. */
export interface CountedEntry {
  readonly account: AccountNumber;
  readonly amount: Amount;
  readonly kind: ReceiptKind;
}

/** Corrections only ever enter and take back sales, so a corrected receipt is one. */
export function countedEntry({ account, amount, kind, outcome, correction }: ChainReceipt): CountedEntry {
  if (correction) return { account: correction.account, amount: correction.amount, kind: "sale" };
  return { account, amount: outcome === "credited" ? amount : ZERO, kind };
}

/** An amount as it changes what the shop gets: refunds lower it. */
export function signed({ amount, kind }: { amount: Amount; kind: ReceiptKind }): Amount {
  return kind === "sale" ? amount : amountOf(-amount);
}

/**
 * What the receipt adds to what the shop is owed now: what it counts, less what earlier settlements paid for it. Negative when
 * it was reversed after it was paid.
 */
export function owedFor(receipt: ChainReceipt, terminal: ShopTerminal | undefined): Amount {
  return amountOf(signed(countedEntry(receipt)) - paidFor(receipt, terminal));
}

/** What earlier settlements paid for the receipt. */
export function paidFor(receipt: ChainReceipt, terminal: ShopTerminal | undefined): Amount {
  if (receipt.paid !== undefined) return receipt.paid;
  return receipt.number <= (terminal?.settledThrough ?? 0) ? signed(countedEntry(receipt)) : ZERO;
}
