// SPDX-License-Identifier: Apache-2.0

declare const amountBrand: unique symbol;

/** Money in the smallest unit of its currency or token. Never a floating-point number. */
export type Amount = bigint & { readonly [amountBrand]: "Amount" };

/** The largest amount that a list entry or a receipt can carry: it is a uint56 on chain. */
export const MAX_ENTITLEMENT = ((1n << 56n) - 1n) as Amount;

export const ZERO = 0n as Amount;

/** Mark a number of smallest units as money. */
export function amountOf(units: bigint): Amount {
  return units as Amount;
}

/** Exact sum of amounts of one currency. */
export function sumAmounts(amounts: Iterable<Amount>): Amount {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Amount;
}
