// SPDX-License-Identifier: Apache-2.0

import { type Amount, type Currency, formatAmount } from "#sdk/money/index.ts";
import { LOCALE } from "../words/locale.ts";

/** Cents are always written; the further decimals of a token only where there are any. */
const USUAL_DECIMALS = 2;
const numberFormats = new Map<number, Intl.NumberFormat>();

function numberFormat(decimals: number): Intl.NumberFormat {
  const known = numberFormats.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: Math.min(decimals, USUAL_DECIMALS),
    maximumFractionDigits: decimals,
  });
  numberFormats.set(decimals, made);
  return made;
}

/** An amount for the reader's eye, exact to the last unit, without its currency: "118,650,000". */
export function showAmount(amount: Amount, currency: Currency): string {
  // A decimal string stays exact inside Intl; a JavaScript number would not.
  return numberFormat(currency.decimals).format(formatAmount(amount, currency) as Intl.StringNumericLiteral);
}

/** An amount with its currency code: "118,650,000 XOF". The space does not break. */
export function showMoney(amount: Amount, currency: Currency): string {
  return `${showAmount(amount, currency)}\u00a0${currency.code}`;
}

const compact = new Intl.NumberFormat(LOCALE, { notation: "compact", maximumFractionDigits: 1 });

/** A round amount in few letters, for the scale of a chart: "120K". */
export function showCompact(amount: Amount, currency: Currency): string {
  return compact.format(formatAmount(amount, currency) as Intl.StringNumericLiteral);
}

/** The heading of amounts that stand without their currency: "Owed (XOF)". */
export function inCurrency(heading: string, currency: Currency): string {
  return `${heading} (${currency.code})`;
}
