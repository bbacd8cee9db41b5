// SPDX-License-Identifier: Apache-2.0

import { amountOf, type Currency, formatAmount } from "#sdk/money/index.ts";
import type { Rate } from "../../shared/api/index.ts";
import { LOCALE } from "../../shared/words/index.ts";
import { words } from "./words/index.ts";

/** Rates are written on the ledger times 10^18. */
const RATE_DECIMALS = 18;
/** What ISO 4217 gives nearly all currencies. */
const USUAL_DECIMALS = 2;
const figures = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 8 });

/** "1 USD = 605.5 XOF". */
export function showRate(
  { rate, sourceCurrency }: Pick<Rate, "rate" | "sourceCurrency">,
  currency: Currency,
): string {
  const source = isoCurrency(sourceCurrency);
  const scaled = { code: currency.code, decimals: RATE_DECIMALS + currency.decimals };
  const text = formatAmount(amountOf(rate * 10n ** BigInt(source.decimals)), scaled);
  const one = `${figures.format(1)}\u00a0${source.code}`;
  return words.rates.one(one, `${figures.format(text as Intl.StringNumericLiteral)}\u00a0${currency.code}`);
}

/** A currency by its ISO 4217 code, with the digits that the browser knows for it. */
export function isoCurrency(code: string): Currency {
  if (!/^[A-Z]{3}$/.test(code)) return { code, decimals: USUAL_DECIMALS };
  const options = new Intl.NumberFormat("en", { style: "currency", currency: code }).resolvedOptions();
  return { code, decimals: options.maximumFractionDigits ?? USUAL_DECIMALS };
}
