// SPDX-License-Identifier: Apache-2.0

import Papa from "papaparse";
import type { Delimiter } from "./options.ts";

/** Records of a text in order, and the indexes of those whose quotation marks are misplaced. */
export interface ParsedRecords {
  readonly records: string[][];
  readonly broken: ReadonlySet<number>;
}

/** A file with more broken rows than this is not worth the time; the rest then counts as one broken row. */
const MOST_RECOVERIES = 5_000;

/**
 * Split a text with LF line ends into records.
 *
 * A misplaced quotation mark makes a parser read on to the next one, maybe to the end of the file. Here it
 * costs its own line: that line becomes a broken record, and reading goes on in the next.
 */
export function parseRecords(text: string, delimiter: Delimiter): ParsedRecords {
  const whole = Papa.parse<string[]>(text, { delimiter, newline: "\n" });
  if (!whole.errors.some(({ type }) => type === "Quotes")) return { records: whole.data, broken: new Set() };
  const records: string[][] = [];
  const broken = new Set<number>();
  let from = 0;
  while (from < text.length && broken.size < MOST_RECOVERIES) {
    const { good, brokenAt } = parseUntilBroken(text.slice(from), delimiter);
    for (const record of good) records.push(record);
    if (brokenAt === undefined) return { records, broken };
    const lineEnd = text.indexOf("\n", from + brokenAt);
    broken.add(records.length);
    records.push([
      text.slice(text.lastIndexOf("\n", from + brokenAt) + 1, lineEnd < 0 ? undefined : lineEnd),
    ]);
    from = lineEnd < 0 ? text.length : lineEnd + 1;
  }
  if (from < text.length) {
    broken.add(records.length);
    records.push([text.slice(from)]);
  }
  return { records, broken };
}

/** @returns The records before the first misplaced quotation mark, and the offset of that mark. */
function parseUntilBroken(
  text: string,
  delimiter: Delimiter,
): { good: string[][]; brokenAt: number | undefined } {
  const good: string[][] = [];
  let brokenAt: number | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data, errors }, parser) => {
      brokenAt = errors.find(({ type }) => type === "Quotes")?.index;
      if (brokenAt === undefined) good.push(data);
      else parser.abort();
    },
  });
  return { good, brokenAt };
}
