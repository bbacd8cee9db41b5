// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import { donorWords } from "./words/index.ts";

/** ISO 4217 for "no currency": no contract says what the token stands for. */
const UNKNOWN = "XXX";

/** A currency as the reader may see it: a token of which nobody knows the currency is counted in units. */
export function shownCurrency(currency: Currency): Currency {
  return currency.code === UNKNOWN ? { ...currency, code: donorWords.unknownCurrency } : currency;
}
