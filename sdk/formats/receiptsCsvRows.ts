// SPDX-License-Identifier: Apache-2.0

import { type AccountNumber, type Delimiter, type Table, type TableRow, transform } from "#sdk/list/index.ts";
import { type Currency, type DecimalMark, detectDecimalMark } from "#sdk/money/index.ts";
import type { Day, TerminalAddress } from "#sdk/receipts/index.ts";
import type { CellReading, DateFormat } from "./receiptsCsvCells.ts";
import {
  COLUMN_NAMES,
  type ColumnsOfFields,
  FIELD_NAMES,
  type FoundColumns,
  type ReceiptField,
  resolveReceiptColumns,
} from "./receiptsCsvColumns.ts";
import {
  type Facts,
  type FileCell,
  type FileProblem,
  type ReceiptProblemName,
  receiptProblem,
} from "./receiptsCsvProblems.ts";

/**
 * The accounts of identifiers as they are written in the file, for all of them at once. Whoever has the consortium's key can tell;
 * identifiers without an account are left out of the answer.
 */
export type ResolveIds = (written: readonly string[]) => Promise<ReadonlyMap<string, AccountNumber>>;

/** What the caller knows about a file of receipts or a shop's statement. */
export interface ReceiptFileOptions {
  readonly currency: Currency;
  /** Columns that do not have one of the usual names. */
  readonly columns?: ColumnsOfFields;
  /** The terminal of all rows, when the file has no column for it. */
  readonly terminal?: TerminalAddress;
  /** Names under which the file mentions terminals, in any case of letters. */
  readonly terminals?: ReadonlyMap<string, TerminalAddress>;
  readonly resolveIds?: ResolveIds;
  /** Absent: only YYYY-MM-DD is read. */
  readonly dateFormat?: DateFormat;
  /** Dates after it are refused. */
  readonly today?: Day;
  /** Absent: taken from the column, and never guessed. */
  readonly decimalMark?: DecimalMark;
  readonly delimiter?: Delimiter;
  readonly encoding?: "auto" | "windows-1252";
}

/** A row while it is read: its cells by field, and its problems. */
export interface RowReader {
  readonly row: number;
  cell(field: ReceiptField): FileCell;
  /** Trimmed; empty when the cell is, or the file has no such column. */
  text(field: ReceiptField): string;
  /** The value of a reading; or its fault goes on the list of problems. */
  take<T>(field: ReceiptField, reading: CellReading<T>): T | undefined;
  readonly problems: readonly FileProblem[];
}

/** A file whose columns are known, ready to be read by rows. */
export interface OpenedFile {
  /** Rows of data in the file. */
  readonly rows: number;
  /** Rows that can be read by cell. */
  readonly readers: readonly RowReader[];
  /** Problems of rows that cannot. */
  readonly problems: readonly FileProblem[];
  readonly columns: FoundColumns;
  readonly mark: DecimalMark | undefined;
  /** Empty when nothing had to be resolved. */
  readonly accounts: ReadonlyMap<string, AccountNumber>;
}

/**
 * Bytes of a file to rows whose cells can be asked for by field.
 * @param required Groups of fields, of each of which the file needs one.
 * @returns Problems instead, when the file is not such a table.
 */
export async function openReceiptFile(
  bytes: Uint8Array,
  options: ReceiptFileOptions,
  required: readonly (readonly ReceiptField[])[],
): Promise<OpenedFile | { readonly rows: number; readonly refused: readonly FileProblem[] }> {
  const { delimiter, encoding = "auto", columns: chosen = {} } = options;
  const expected = required.flatMap((group) =>
    group.length === 1 ? group.map((field) => chosen[field] ?? COLUMN_NAMES[field]) : [],
  );
  const transformed = transform(bytes, { delimiter, encoding }, expected);
  if ("problem" in transformed) return { rows: 0, refused: [transformed.problem] };
  const { table } = transformed;
  const resolution = resolveReceiptColumns(table, chosen, required);
  if ("problems" in resolution) return { rows: table.rows.length, refused: resolution.problems };
  const { columns } = resolution;
  const whole = table.rows.filter((row) => row.problem === undefined);
  const readers = whole.map((row) => readerOf(table, columns, row));
  return {
    rows: table.rows.length,
    readers,
    problems: table.rows.flatMap((row) => row.problem ?? []),
    columns,
    mark: options.decimalMark ?? detectDecimalMark(readers.map((reader) => reader.text("amount"))),
    accounts: await resolveAccounts(readers, options.resolveIds),
  };
}

function readerOf(table: Table, columns: FoundColumns, { row, cells }: TableRow): RowReader {
  const problems: FileProblem[] = [];
  const cellOf = (field: ReceiptField): FileCell => {
    const index = columns[field] ?? -1;
    return { row, column: table.columns[index] ?? "", value: cells[index] ?? "" };
  };
  const report = (field: ReceiptField, name: ReceiptProblemName, facts: Facts = {}): undefined => {
    problems.push(receiptProblem(cellOf(field), name, { field: FIELD_NAMES[field], ...facts }));
  };
  return {
    row,
    problems,
    cell: cellOf,
    text: (field) => cellOf(field).value.trim(),
    take: (field, reading) =>
      "value" in reading ? reading.value : report(field, reading.fault, reading.facts),
  };
}

async function resolveAccounts(
  readers: readonly RowReader[],
  resolveIds: ResolveIds | undefined,
): Promise<ReadonlyMap<string, AccountNumber>> {
  if (!resolveIds) return new Map();
  const written = new Set(
    readers.flatMap((reader) => (reader.text("account") === "" ? reader.text("id") : [])),
  );
  written.delete("");
  return written.size === 0 ? new Map() : resolveIds([...written]);
}
