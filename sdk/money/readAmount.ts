// SPDX-License-Identifier: Apache-2.0

import type { Amount } from "./amount.ts";
import type { Currency } from "./currency.ts";
import { type DecimalMark, type NumberFault, readNumber } from "./readNumber.ts";

/** Why a cell is not an amount of the currency. */
export type AmountFault = NumberFault | "negative" | "too-many-decimals" | "too-large";

export type AmountReading = { readonly amount: Amount } | { readonly fault: AmountFault };

/** More digits than any uint128 total has; stops a cell of a million digits from being computed with. */
const MAX_DIGITS = 39;

/**
 * Read a cell of a spreadsheet as an amount in smallest units. Zero is an amount; decimals beyond those of
 * the currency are accepted only when they are zeros.
 * @param mark The decimal mark of the column, see {@link detectDecimalMark}.
 */
export function readAmount(
  cell: string,
  currency: Pick<Currency, "decimals">,
  mark?: DecimalMark,
): AmountReading {
  const number = readNumber(cell, mark);
  if ("fault" in number) return number;
  if (number.isNegative) return { fault: "negative" };
  return toUnits(number.whole, number.fraction, currency.decimals);
}

/** @param whole, fraction Digits only. */
export function toUnits(whole: string, fraction: string, decimals: number): AmountReading {
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > decimals) return { fault: "too-many-decimals" };
  const digits = (whole + significant.padEnd(decimals, "0")).replace(/^0+(?=[0-9])/, "");
  if (digits.length > MAX_DIGITS) return { fault: "too-large" };
  return { amount: BigInt(digits) as Amount };
}
