// SPDX-License-Identifier: Apache-2.0

import { type DecimalMark, readNumber } from "./readNumber.ts";

const HAS_MARK = /[.,]/;

/**
 * The decimal mark of a column, from the cells that leave no doubt (1,234.50 proves the dot; 12,5 and
 * 1.234.567 the comma). Undefined when no cell proves one, or when cells contradict each other: then "1,234"
 * stays ambiguous and is never guessed.
 */
export function detectDecimalMark(cells: Iterable<string>): DecimalMark | undefined {
  let found: DecimalMark | undefined;
  for (const cell of cells) {
    if (!HAS_MARK.test(cell)) continue;
    const reading = readNumber(cell);
    if ("fault" in reading || reading.mark === undefined) continue;
    if (found !== undefined && found !== reading.mark) return undefined;
    found = reading.mark;
  }
  return found;
}
