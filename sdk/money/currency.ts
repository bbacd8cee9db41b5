// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "../errors/index.ts";

/**
 * A unit of account. `decimals` is how many digits of it stand after the decimal mark (XOF 0, USD 2, a token
 * often 6).
 */
export interface Currency {
  readonly code: string;
  readonly decimals: number;
}

/** Minor digits by ISO 4217 for the currencies that humanitarian programmes pay in or report in. */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  // No minor unit.
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  // Thousandths.
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  // Hundredths.
  AFN: 2,
  AMD: 2,
  AOA: 2,
  ARS: 2,
  AUD: 2,
  AZN: 2,
  BAM: 2,
  BDT: 2,
  BOB: 2,
  BRL: 2,
  BWP: 2,
  CAD: 2,
  CDF: 2,
  CHF: 2,
  CNY: 2,
  COP: 2,
  CRC: 2,
  CUP: 2,
  DKK: 2,
  DOP: 2,
  DZD: 2,
  EGP: 2,
  ERN: 2,
  ETB: 2,
  EUR: 2,
  FJD: 2,
  GBP: 2,
  GEL: 2,
  GHS: 2,
  GMD: 2,
  GTQ: 2,
  HNL: 2,
  HTG: 2,
  IDR: 2,
  ILS: 2,
  INR: 2,
  IRR: 2,
  JMD: 2,
  KES: 2,
  KGS: 2,
  KHR: 2,
  KZT: 2,
  LAK: 2,
  LBP: 2,
  LKR: 2,
  LRD: 2,
  LSL: 2,
  MAD: 2,
  MDL: 2,
  MGA: 2,
  MKD: 2,
  MMK: 2,
  MNT: 2,
  MRU: 2,
  MWK: 2,
  MXN: 2,
  MYR: 2,
  MZN: 2,
  NAD: 2,
  NGN: 2,
  NIO: 2,
  NOK: 2,
  NPR: 2,
  NZD: 2,
  PEN: 2,
  PGK: 2,
  PHP: 2,
  PKR: 2,
  PLN: 2,
  QAR: 2,
  RON: 2,
  RSD: 2,
  SAR: 2,
  SBD: 2,
  SDG: 2,
  SEK: 2,
  SLE: 2,
  SOS: 2,
  SSP: 2,
  STN: 2,
  SYP: 2,
  SZL: 2,
  THB: 2,
  TJS: 2,
  TMT: 2,
  TOP: 2,
  TRY: 2,
  TTD: 2,
  TZS: 2,
  UAH: 2,
  USD: 2,
  UYU: 2,
  UZS: 2,
  VES: 2,
  WST: 2,
  YER: 2,
  ZAR: 2,
  ZMW: 2,
  ZWG: 2,
};

/**
 * A currency by its ISO 4217 code, with the minor digits of the standard.
 * @throws AnnonaError MONEY-101 when the code is not in the table; such a unit is written out as `{ code,
 * decimals }`.
 */
export function currencyOf(code: string): Currency {
  const decimals = MINOR_DIGITS[code];
  if (decimals === undefined) {
    throw new AnnonaError({
      code: "MONEY-101",
      summary: `The currency code "${code}" is not known.`,
      next: "Use the three-letter ISO 4217 code, or state how many decimals the unit has.",
    });
  }
  return { code, decimals };
}

/** Codes that {@link currencyOf} knows, in alphabetical order. */
export function currencyCodes(): string[] {
  return Object.keys(MINOR_DIGITS).sort();
}
