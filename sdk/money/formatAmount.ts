// SPDX-License-Identifier: Apache-2.0

import type { Amount } from "./amount.ts";
import type { Currency } from "./currency.ts";

/**
 * Canonical decimal string: dot as decimal mark, no grouping, always as many decimals as the currency has.
 * `parseAmount` reads it back. Screens format for the reader's language on their own.
 */
export function formatAmount(amount: Amount, currency: Pick<Currency, "decimals">): string {
  const isNegative = amount < 0n;
  const digits = (isNegative ? -amount : amount).toString().padStart(currency.decimals + 1, "0");
  const split = digits.length - currency.decimals;
  const text = currency.decimals === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
  return isNegative ? `-${text}` : text;
}

/** The same as somebody would type it: without the noughts that many decimals end in. */
export function amountAsTyped(amount: Amount, currency: Pick<Currency, "decimals">): string {
  const text = formatAmount(amount, currency);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
