// SPDX-License-Identifier: Apache-2.0

import { decodeText, type Encoding } from "./decodeText.ts";
import type { CheckedOptions, ColumnChoice, Delimiter } from "./options.ts";
import { columnsOf, isBlank, type ParsedTable, parseTable } from "./parseTable.ts";
import { type Problem, type ProblemName, problemAt, WHOLE_FILE } from "./problems.ts";
import { refuseBySize } from "./refuseBySize.ts";

/** A row of data with one cell for each column, or with the reason why its cells cannot be told apart. */
export interface TableRow {
  /** Place of the record in the file, counted from 1 and blank rows included, as spreadsheets do. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly problem?: Problem;
}

export interface Table {
  readonly columns: readonly string[];
  readonly headerRow: number;
  readonly rows: readonly TableRow[];
  readonly delimiter: Delimiter;
  readonly encoding: Encoding;
}

export type Transformed = { readonly table: Table } | { readonly problem: Problem };

/**
 * First stage: the bytes of a file to rows of cells. Blank rows and the row of HXL tags are left out; every
 * other record below the header is a row. A record with line breaks inside quotation marks is one row, as in
 * a spreadsheet.
 * @param expected Columns that will be needed; they help to recognise the separator.
 */
export function transform(
  bytes: Uint8Array,
  options: Pick<CheckedOptions, "delimiter" | "encoding">,
  expected: readonly ColumnChoice[] = [],
): Transformed {
  const tooLarge = refuseBySize(bytes.byteLength);
  if (tooLarge) return { problem: tooLarge };
  const decoded = decodeText(bytes, options.encoding);
  if ("problem" in decoded) return decoded;
  const parsed = parseTable(decoded.text, options.delimiter, expected);
  const columns = columnsOf(parsed.records, parsed.header);
  const flaw = flawOf(parsed, columns);
  if (flaw) return { problem: flaw };
  const { delimiter, header } = parsed;
  const rows = rowsOf(parsed, columns.length);
  if (rows.length === 0) return refused("noRows");
  return { table: { columns, headerRow: header + 1, rows, delimiter, encoding: decoded.encoding } };
}

function flawOf(parsed: ParsedTable, columns: readonly string[]): Problem | undefined {
  if (columns.length === 0) return problemAt(WHOLE_FILE, "emptyFile");
  const place = { row: parsed.header + 1, column: "", value: "" };
  if (parsed.broken.has(parsed.header)) return problemAt(place, "brokenQuotes");
  if (columns.length === 1) return problemAt({ ...place, column: columns[0] ?? "" }, "oneColumn");
  return undefined;
}

function refused(name: ProblemName): Transformed {
  return { problem: problemAt(WHOLE_FILE, name) };
}

function rowsOf(parsed: ParsedTable, width: number): TableRow[] {
  const rows: TableRow[] = [];
  for (let i = parsed.header + 1; i < parsed.records.length; i++) {
    const cells = parsed.records[i] ?? [];
    if (i === parsed.tags || isBlank(cells)) continue;
    const problem = problemOfRow(parsed, i, cells, width);
    rows.push(problem ? { row: i + 1, cells, problem } : { row: i + 1, cells });
  }
  return rows;
}

function problemOfRow(
  parsed: ParsedTable,
  i: number,
  cells: readonly string[],
  width: number,
): Problem | undefined {
  const place = { row: i + 1, column: "", value: "" };
  if (parsed.broken.has(i)) return problemAt({ ...place, value: cells[0] ?? "" }, "brokenQuotes");
  if (cells.length < width || !isBlank(cells.slice(width))) {
    return problemAt(place, "wrongCellCount", { found: cells.length, expected: width });
  }
  const swallowed = cells.find((cell) => holdsWholeRows(cell, parsed.delimiter, width));
  return swallowed === undefined ? undefined : problemAt({ ...place, value: swallowed }, "swallowedRows");
}

/**
 * Two stray quotation marks in different rows make one valid cell that runs from one to the other, and the
 * rows between would vanish without an error. Such a cell has, for each line break, exactly as many
 * separators as a row.
 */
function holdsWholeRows(cell: string, delimiter: string, width: number): boolean {
  if (!cell.includes("\n")) return false;
  const breaks = cell.split("\n").length - 1;
  return cell.split(delimiter).length - 1 === breaks * (width - 1);
}
