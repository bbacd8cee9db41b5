// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import { NO_CURRENCY } from "#sdk/money/noCurrency.ts";
import { donorWords } from "./words/index.ts";

/** A currency as the reader may see it: a token of which nobody knows the currency is counted in units. */
export function shownCurrency(currency: Currency): Currency {
  return currency.code === NO_CURRENCY ? { ...currency, code: donorWords.unknownCurrency } : currency;
}
