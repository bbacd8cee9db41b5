// SPDX-License-Identifier: Apache-2.0

import {
  accountNumberOf,
  buildControlSheet,
  type CheckedOptions,
  type Entitlement,
  type ImportOptions,
  importOptionsSchema,
  type Problem,
  refuseBySize,
  type Table,
  transform,
  validate,
} from "#sdk/list/index.ts";
import type { FileReading } from "../list/choice.ts";
import { kindsOf, rowsWithProblems } from "../list/problemKinds.ts";
import { fingerprintOf } from "../list/recognise.ts";
import { sampleColumns } from "../list/samples.ts";
import type { FileResult, GoodRow, OpenedFile, PreviewRow, Refused } from "./protocol.ts";

/** A file with its rows and columns told apart. */
export interface FileState {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly table: Table;
  readonly opened: OpenedFile;
}

/** The same file under one choice of columns. */
export interface ListState {
  readonly options: CheckedOptions;
  readonly entitlements: readonly Entitlement[];
  readonly problems: readonly Problem[];
  readonly result: FileResult;
}

const PREVIEWED_ROWS = 5;
const SHOWN_REFUSALS = 5;

/** Tell the rows and columns of a file apart, or say why that cannot be done. */
export async function openBytes(
  bytes: Uint8Array<ArrayBuffer>,
  { delimiter, encoding }: FileReading,
): Promise<FileState | Refused> {
  const tooLarge = refuseBySize(bytes.byteLength);
  if (tooLarge) return { problem: tooLarge };
  const transformed = transform(bytes, { encoding, ...(delimiter === "auto" ? {} : { delimiter }) });
  if ("problem" in transformed) return transformed;
  const { table } = transformed;
  const { rows, headerRow } = table;
  const opened: OpenedFile = {
    rows: rows.length,
    bytes: bytes.byteLength,
    columns: sampleColumns(table),
    headerRow,
    delimiter: table.delimiter,
    encoding: table.encoding,
    fingerprint: await fingerprintOf(table.columns.filter((name) => name !== "")),
  };
  return { bytes, table, opened };
}

/** Read every row under a choice of columns. */
export function readList({ table }: Pick<FileState, "table">, stated: ImportOptions): ListState {
  const options = importOptionsSchema.parse(stated);
  const { rows, entitlements, problems } = validate(table, options);
  const isRefused = problems.length > 0 && entitlements.length === 0 && problems[0]?.row === table.headerRow;
  // The sheet sums up by account; nobody has one yet, so that the row stands for it.
  const entries = entitlements.map((entry) => ({ ...entry, account: accountNumberOf(entry.row) }));
  const sheet = buildControlSheet({ entries, currency: options.currency, step: options.step });
  const result: FileResult = {
    rows,
    households: sheet.households,
    total: sheet.total,
    badRows: isRefused ? rows : rowsWithProblems(problems),
    problems: problems.length,
    kinds: kindsOf(problems),
    refusals: isRefused ? problems.slice(0, SHOWN_REFUSALS) : [],
    preview: isRefused ? [] : previewOf(table, entitlements, problems),
    byArea: sheet.byArea,
    byHouseholdSize: sheet.byHouseholdSize,
    byGroup: sheet.byGroup,
    largest: sheet.largest.map(({ account, amount }) => ({ row: account, amount })),
  };
  return { options, entitlements, problems, result };
}

function previewOf(
  { rows }: Table,
  entitlements: readonly Entitlement[],
  problems: readonly Problem[],
): PreviewRow[] {
  const first = rows.slice(0, PREVIEWED_ROWS);
  const last = first.at(-1)?.row ?? 0;
  const good = new Map(until(entitlements, last).map((entry) => [entry.row, goodRow(entry)]));
  const wrong = until(problems, last);
  return first.map(({ row }) => ({
    row,
    good: good.get(row),
    problems: wrong.filter((problem) => problem.row === row),
  }));
}

/** What stands up to a row; both lists are in the order of the file. */
function until<Item extends { readonly row: number }>(items: readonly Item[], last: number): readonly Item[] {
  const end = items.findIndex(({ row }) => row > last);
  return end < 0 ? items : items.slice(0, end);
}

/** A row as the page shows it, and nothing else of it. */
export function goodRow({ row, identifier, amount, area, householdSize, group }: Entitlement): GoodRow {
  return {
    row,
    identifier,
    amount,
    ...(area === undefined ? {} : { area }),
    ...(householdSize === undefined ? {} : { householdSize }),
    ...(group === undefined ? {} : { group }),
  };
}
