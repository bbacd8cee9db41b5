// SPDX-License-Identifier: Apache-2.0

import { foldDigits } from "./digits.ts";

/** The character that separates the decimals in a column of numbers. */
export type DecimalMark = "." | ",";

/** Why a cell is not a usable number. */
export type NumberFault = "missing" | "not-a-number" | "scientific" | "ambiguous";

/**
 * Digits of a number as written, grouping removed. `mark` is what the cell itself proves about the decimal
 * mark, if anything.
 */
export interface WrittenNumber {
  readonly isNegative: boolean;
  readonly whole: string;
  readonly fraction: string;
  readonly mark?: DecimalMark;
}

export type NumberReading = WrittenNumber | { readonly fault: NumberFault };

const PLAIN = /^[0-9]+$/;
const SCIENTIFIC = /^[0-9]*[.,]?[0-9]+[eE][+-]?[0-9]+$/;
/** Spaces of any width and apostrophes: they group thousands everywhere and are decimal marks nowhere. */
const NEUTRAL_SEPARATOR = /[\s'\u2019]/gu;
/** Thousands (1,234,567) or, with two digits a group before the last three, lakhs and crores (12,34,567). */
const GROUPED = /^[0-9]{1,3}(?:_[0-9]{3})+$|^[0-9]{1,2}(?:_[0-9]{2})+_[0-9]{3}$/;
const SIGN = /^[+\-\u2212]|[-\u2212]$/gu;
const BRACKETS = /^\(([^()]*)\)$/;

const OTHER = { ".": ",", ",": "." } as const;

/**
 * Read a number as people and spreadsheets write it: dot or comma as decimal mark; spaces, apostrophes, dots
 * or commas between thousands; a sign before or after; brackets for negative.
 *
 * "1,234" and "1.234" can be read in two ways that differ by a factor of 1,000. Such a cell is read by
 * `mark`, the decimal mark of its column; without one it is `ambiguous`. A cell that contradicts a given
 * `mark` is ambiguous as well.
 */
export function readNumber(cell: string, mark?: DecimalMark): NumberReading {
  const text = cell.trim();
  if (PLAIN.test(text)) return { isNegative: false, whole: text, fraction: "" };
  if (text === "") return { fault: "missing" };
  return readFormatted(foldDigits(text), mark);
}

function readFormatted(text: string, mark: DecimalMark | undefined): NumberReading {
  const inBrackets = BRACKETS.exec(text)?.[1];
  const bare = (inBrackets ?? text).replace(SIGN, "").trim();
  const signs = [...text.matchAll(SIGN)];
  if (signs.length > 1 || (inBrackets !== undefined && signs.length > 0)) return { fault: "not-a-number" };
  if (SCIENTIFIC.test(bare)) return { fault: "scientific" };
  const isNegative = inBrackets !== undefined || signs.some(([sign]) => sign !== "+");
  const reading = readMagnitude(bare.replace(NEUTRAL_SEPARATOR, "_"), mark);
  return "fault" in reading ? reading : { ...reading, isNegative };
}

type Magnitude = Omit<WrittenNumber, "isNegative"> | { readonly fault: NumberFault };

/** `text` has "_" where a space or an apostrophe stood. */
function readMagnitude(text: string, mark: DecimalMark | undefined): Magnitude {
  const at = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (at < 0) return wholeOnly(text);
  const last = text[at] as DecimalMark;
  const isOnly = text.indexOf(last) === at;
  const hasBoth = text.includes(OTHER[last]);
  if (hasBoth) return isOnly ? agree(split(text, at, OTHER[last]), last, mark) : { fault: "not-a-number" };
  if (!isOnly) return agree(wholeOnly(text.replaceAll(last, "_"), text), OTHER[last], mark);
  if (!canGroup(text, at)) return agree(split(text, at), last, mark);
  if (mark === undefined) return { fault: "ambiguous" };
  return mark === last ? split(text, at) : wholeOnly(text.replace(last, "_"));
}

/**
 * A single mark may stand between thousands: one to three digits, not starting with zero, before it and three
 * after it.
 */
function canGroup(text: string, at: number): boolean {
  return at >= 1 && at <= 3 && text.length === at + 4 && text[0] !== "0" && !text.includes("_");
}

/** @param original The text before its separators became "_", when these must all be the same character. */
function wholeOnly(text: string, original?: string): Magnitude {
  if (original?.includes("_") || !(PLAIN.test(text) || GROUPED.test(text))) return { fault: "not-a-number" };
  return { whole: text.replaceAll("_", ""), fraction: "" };
}

function split(text: string, at: number, group?: DecimalMark): Magnitude {
  const before = text.slice(0, at);
  const fraction = text.slice(at + 1);
  if (fraction !== "" && !PLAIN.test(fraction)) return { fault: "not-a-number" };
  if (before === "") return fraction === "" ? { fault: "not-a-number" } : { whole: "0", fraction };
  const whole = group === undefined ? wholeOnly(before) : wholeOnly(before.replaceAll(group, "_"), before);
  return "fault" in whole ? whole : { whole: whole.whole, fraction };
}

/** The cell proves its own decimal mark; it must not contradict what the column is known to use. */
function agree(reading: Magnitude, proven: DecimalMark, mark: DecimalMark | undefined): Magnitude {
  if ("fault" in reading) return reading;
  if (mark !== undefined && mark !== proven) return { fault: "ambiguous" };
  return { ...reading, mark: proven };
}
