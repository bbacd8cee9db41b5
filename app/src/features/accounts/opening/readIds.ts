// SPDX-License-Identifier: Apache-2.0

import { decodeText } from "#sdk/list/decodeText.ts";
import {
  type Identifier,
  type IdentifierFault,
  importList,
  normaliseIdentifier,
  PROBLEMS,
  type Problem,
} from "#sdk/list/index.ts";
import { transform } from "#sdk/list/transform.ts";
import type { Currency } from "#sdk/money/index.ts";

/** A row that is left out, and why. Row 0 is the file as a whole. Never quotes an id. */
export interface RowProblem {
  readonly row: number;
  readonly message: string;
}

/** Household ids of a file, each once. Personal data: they stay in the browser. */
export interface ReadIds {
  /** Of a table; empty for a file with one id a line. */
  readonly columns: readonly string[];
  /** The column that was read. */
  readonly column: string | undefined;
  readonly identifiers: readonly Identifier[];
  readonly problems: readonly RowProblem[];
}

/** Ids alone have no amounts; each household counts as one of something, so that the import of lists reads them too. */
const COUNTING: Currency = { code: "household", decimals: 0 };
const READING = { delimiter: undefined, encoding: "auto" } as const;
const LOOKS_LIKE_IDS = /(?:^|[^a-z])id(?:[^a-z]|$)|household|m[ée]nage|hogar|beneficiary|registration/i;

/**
 * Read household ids from a file: one a line, or a column of a table.
 * @param column Of a table; by default the one whose name looks like ids, or the first.
 */
export function readIds(bytes: Uint8Array, column?: string): ReadIds {
  const transformed = transform(bytes, READING);
  if ("problem" in transformed) {
    return transformed.problem.code === PROBLEMS.oneColumn[0]
      ? readLines(bytes)
      : refused(transformed.problem);
  }
  const { columns } = transformed.table;
  const chosen = column ?? columns.find((name) => LOOKS_LIKE_IDS.test(name)) ?? columns[0] ?? "";
  const { entitlements, problems } = importList(bytes, {
    mapping: { id: chosen, value: "1" },
    currency: COUNTING,
  });
  return {
    columns,
    column: chosen,
    identifiers: entitlements.map(({ identifier }) => identifier),
    problems: problems.map(told),
  };
}

function readLines(bytes: Uint8Array): ReadIds {
  const decoded = decodeText(bytes, "auto");
  if ("problem" in decoded) return refused(decoded.problem);
  const identifiers = new Set<Identifier>();
  const problems: RowProblem[] = [];
  decoded.text.split(/\r\n?|\n/).forEach((line, i) => {
    const isHeading = i === 0 && !/\p{Nd}/u.test(line);
    if (line.trim() === "" || isHeading) return;
    const reading = normaliseIdentifier(line);
    if ("identifier" in reading) identifiers.add(reading.identifier);
    else problems.push({ row: i + 1, message: messageOf(reading.fault) });
  });
  return { columns: [], column: undefined, identifiers: [...identifiers], problems };
}

function messageOf(name: IdentifierFault): string {
  return PROBLEMS[name][1];
}

function refused(problem: Problem): ReadIds {
  return { columns: [], column: undefined, identifiers: [], problems: [told(problem)] };
}

function told({ row, message }: Problem): RowProblem {
  return { row, message };
}
