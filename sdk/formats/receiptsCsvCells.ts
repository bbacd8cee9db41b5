// SPDX-License-Identifier: Apache-2.0

import { isAddress } from "ethers";
import {
  type Amount,
  type AmountFault,
  amountOf,
  type Currency,
  type DecimalMark,
  foldDigits,
  formatAmount,
  MAX_ENTITLEMENT,
  readAmount,
  readNumber,
} from "#sdk/money/index.ts";
import {
  type Day,
  dayOfDate,
  type ReceiptKind,
  type Recognition,
  type TerminalAddress,
  terminalAddress,
} from "#sdk/receipts/index.ts";
import type { Facts, ReceiptProblemName } from "./receiptsCsvProblems.ts";

/** What a cell says, or what is wrong with it. */
export type CellReading<T> =
  | { readonly value: T }
  | { readonly fault: ReceiptProblemName; readonly facts?: Facts };

const MAX_UINT32 = 0xffff_ffff;

/** Read a whole number of 32 bits from `least` on, written with digits alone. */
export function readUint32(text: string, least: number, fault: ReceiptProblemName): CellReading<number> {
  const digits = foldDigits(text);
  const value = Number(digits);
  return /^[0-9]{1,10}$/.test(digits) && value >= least && value <= MAX_UINT32 ? { value } : { fault };
}

/** Read an address, or a name that the caller gave to one. `names` has lower-case keys. */
export function readTerminal(
  text: string,
  names: ReadonlyMap<string, TerminalAddress>,
): CellReading<TerminalAddress> {
  const named = names.get(text.toLowerCase());
  if (named) return { value: named };
  return isAddress(text) ? { value: terminalAddress(text) } : { fault: "badTerminal" };
}

const AMOUNT_FAULTS: Readonly<Record<AmountFault, ReceiptProblemName>> = {
  missing: "missing",
  "not-a-number": "notANumber",
  scientific: "scientificAmount",
  ambiguous: "ambiguousAmount",
  negative: "negativeAmount",
  "too-many-decimals": "tooManyDecimals",
  "too-large": "amountTooLarge",
};

/** Read an amount above zero that fits a receipt. */
export function readReceiptAmount(
  text: string,
  currency: Currency,
  mark: DecimalMark | undefined,
): CellReading<Amount> {
  const reading = readAmount(text, currency, mark);
  const facts = {
    currency: currency.code,
    decimals: currency.decimals,
    limit: formatAmount(MAX_ENTITLEMENT, currency),
    field: "amount",
  };
  if ("fault" in reading) return { fault: AMOUNT_FAULTS[reading.fault], facts };
  if (reading.amount === 0n) return { fault: "zeroAmount" };
  return reading.amount > MAX_ENTITLEMENT ? { fault: "amountTooLarge", facts } : { value: reading.amount };
}

/** The same for files that write refunds as negative amounts: the amount without its sign, and whether it had one. */
export function readSignedAmount(
  text: string,
  currency: Currency,
  mark: DecimalMark | undefined,
): CellReading<{ amount: Amount; isNegative: boolean }> {
  const written = readNumber(text, mark);
  const isNegative = "whole" in written && written.isNegative;
  const magnitude = isNegative ? `${written.whole}${written.fraction && `.${written.fraction}`}` : text;
  const reading = readReceiptAmount(magnitude, currency, isNegative ? "." : mark);
  return "value" in reading ? { value: { amount: amountOf(reading.value), isNegative } } : reading;
}

/** How a file writes dates that are not YYYY-MM-DD. */
export type DateFormat = "dd/mm/yyyy" | "mm/dd/yyyy";

/** A time of day may follow, as spreadsheets add one. One with a zone may mean another day here and is no date. */
const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`;
const ISO = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})${TIME}$`);

/** Read a date. One with the year at its end needs to be told which of its numbers is the month. */
export function readDay(text: string, format: DateFormat | undefined): CellReading<Day> {
  const folded = foldDigits(text);
  const iso = ISO.exec(folded)?.slice(1).map(Number);
  if (iso) return calendarDay(iso[0], iso[1], iso[2]);
  const last = YEAR_LAST.exec(folded)?.slice(1).map(Number);
  if (!last) return { fault: "notADate" };
  if (!format) return { fault: "ambiguousDate" };
  return format === "dd/mm/yyyy"
    ? calendarDay(last[2], last[1], last[0])
    : calendarDay(last[2], last[0], last[1]);
}

function calendarDay(year = 0, month = 0, date = 0): CellReading<Day> {
  const value = dayOfDate(year, month, date);
  return value === undefined ? { fault: "notADate" } : { value };
}

const KINDS: Readonly<Record<string, ReceiptKind>> = {
  sale: "sale",
  s: "sale",
  purchase: "sale",
  refund: "refund",
  r: "refund",
  return: "refund",
};

export function readKind(text: string): CellReading<ReceiptKind> {
  const value = KINDS[text.toLowerCase()];
  return value ? { value } : { fault: "badKind" };
}

const RECOGNITION_WORDS: Readonly<Record<string, Recognition>> = {
  cardpin: "card-pin",
  cardandpin: "card-pin",
  card: "card-pin",
  "1": "card-pin",
  biometric: "biometric",
  biometrics: "biometric",
  fingerprint: "biometric",
  "2": "biometric",
  document: "document",
  iddocument: "document",
  "3": "document",
  override: "override",
  "4": "override",
};

export function readRecognition(text: string): CellReading<Recognition> {
  const value = RECOGNITION_WORDS[text.toLowerCase().replace(/[^a-z0-9]/g, "")];
  return value ? { value } : { fault: "badRecognition" };
}
