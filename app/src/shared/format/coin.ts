// SPDX-License-Identifier: Apache-2.0

import { LOCALE } from "../words/locale.ts";

const WEI_DECIMALS = 18;
const coin = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 4 });

/** The chain's own coin, of which fees are paid: "0.04213 ETH". Rounded; no money of a programme. */
export function showCoin(wei: bigint, symbol: string): string {
  const digits = wei.toString().padStart(WEI_DECIMALS + 1, "0");
  const split = digits.length - WEI_DECIMALS;
  const text = `${digits.slice(0, split)}.${digits.slice(split)}` as Intl.StringNumericLiteral;
  return `${coin.format(text)}\u00a0${symbol}`.trim();
}
