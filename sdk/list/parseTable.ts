// SPDX-License-Identifier: Apache-2.0

import Papa from "papaparse";
import { findColumn } from "./findColumn.ts";
import { findHxlRow } from "./hxl.ts";
import type { ColumnChoice, Delimiter } from "./options.ts";
import { parseRecords } from "./parseRecords.ts";

export const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];

/** Records of a text file in order, blank ones included. */
export interface ParsedTable {
  readonly records: readonly (readonly string[])[];
  readonly delimiter: Delimiter;
  /** Index of the header, or -1 when no record has content. */
  readonly header: number;
  /** Index of the row of HXL tags under the header, or -1. */
  readonly tags: number;
  /** Indexes of records with misplaced quotation marks. */
  readonly broken: ReadonlySet<number>;
}

/** Enough of a file to recognise its separator by. */
const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_RECORDS = 30;

/** The hint that Excel writes and reads on a line of its own above the header, and does not show as a row. */
const SEPARATOR_HINT = /^sep=([,;\t|])\n/i;

/**
 * Text to records. The separator is the one stated, else that of a "sep=" line, else the one under which the
 * expected columns are all in the header, else the one that papaparse finds most regular.
 * @param expected Columns that the caller will need.
 */
export function parseTable(
  text: string,
  stated: Delimiter | undefined,
  expected: readonly ColumnChoice[],
): ParsedTable {
  // Exports that were edited by hand mix line ends; papaparse expects one kind.
  const unified = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const hint = SEPARATOR_HINT.exec(unified);
  const body = hint ? unified.slice(hint[0].length) : unified;
  const delimiter = stated ?? (hint?.[1] as Delimiter | undefined) ?? recogniseDelimiter(body, expected);
  const { records, broken } = parseRecords(body, delimiter);
  return { records, delimiter, broken, ...findHeader(records) };
}

function recogniseDelimiter(text: string, expected: readonly ColumnChoice[]): Delimiter {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const config = { newline: "\n", preview: SAMPLE_RECORDS } as const;
  const guessed = Papa.parse(sample, { ...config, skipEmptyLines: true, delimitersToGuess: [...DELIMITERS] });
  const guess = guessed.meta.delimiter as Delimiter;
  const candidates = [guess, ...DELIMITERS.filter((delimiter) => delimiter !== guess)];
  const fitting = candidates.find((delimiter) => {
    const { data } = Papa.parse<string[]>(sample, { ...config, delimiter });
    const columns = columnsOf(data, findHeader(data).header);
    return columns.length > 1 && expected.every((choice) => "index" in findColumn(columns, choice));
  });
  return fitting ?? guess;
}

function findHeader(records: readonly (readonly string[])[]): { header: number; tags: number } {
  const tags = findHxlRow(records);
  const above = records.slice(0, Math.max(tags, 0)).findLastIndex((cells) => !isBlank(cells));
  if (above >= 0) return { header: above, tags };
  return { header: records.findIndex((cells) => !isBlank(cells)), tags: -1 };
}

/** Names of the columns; empty cells after the last name are no columns. */
export function columnsOf(records: readonly (readonly string[])[], header: number): string[] {
  const names = (records[header] ?? []).map((name) => name.trim());
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1);
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}
