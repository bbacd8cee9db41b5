// SPDX-License-Identifier: Apache-2.0

import { foldDigits } from "../money/index.ts";

export type WholeFault = "missing" | "not-whole" | "zero" | "negative";

const WHOLE = /^\+?([0-9]+)(?:[.,]0{1,2})?$/;
const NEGATIVE = /^[-\u2212][0-9]+(?:[.,][0-9]+)?$/;

/**
 * Read a count from 1 to `limit`, such as a household size. "5.0" is 5, since programs write whole columns
 * that way; "5.5" and "5,000" are not whole numbers.
 */
export function readWhole(cell: string, limit: number): number | WholeFault {
  const text = foldDigits(cell.trim());
  if (text === "") return "missing";
  if (NEGATIVE.test(text)) return "negative";
  const digits = WHOLE.exec(text)?.[1];
  if (digits === undefined) return "not-whole";
  const count = Number(digits);
  if (count === 0) return "zero";
  return count <= limit ? count : "not-whole";
}
