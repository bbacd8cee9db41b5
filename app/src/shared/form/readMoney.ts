// SPDX-License-Identifier: Apache-2.0

import { type Amount, type AmountFault, type Currency, readAmount } from "#sdk/money/index.ts";

export type MoneyReading = { readonly amount: Amount } | { readonly fault: AmountFault | "zero" };

/** An amount as people type it; what can be read in two ways is never guessed. Zero only where it is allowed. */
export function readMoney(text: string, currency: Currency, allowZero = false): MoneyReading {
  const reading = readAmount(text, currency);
  return "amount" in reading && reading.amount === 0n && !allowZero ? { fault: "zero" } : reading;
}

/** The amount, or undefined while the field does not hold one. */
export function moneyIn(text: string, currency: Currency, allowZero = false): Amount | undefined {
  const reading = readMoney(text, currency, allowZero);
  return "amount" in reading ? reading.amount : undefined;
}
