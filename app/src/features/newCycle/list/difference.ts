// SPDX-License-Identifier: Apache-2.0

import { normaliseIdentifier } from "#sdk/list/identifier.ts";
import type { Table, TableRow } from "#sdk/list/index.ts";
import type { Problem } from "#sdk/list/problems.ts";
import { type FindableRow, pairRows, type RowPair } from "./pairRows.ts";

/** A file as it was read: its rows, the column with the household's id, and what was wrong with it. */
export interface ReadFile {
  readonly table: Table;
  readonly idColumn: string;
  readonly problems: readonly Problem[];
}

/** A cell that differs; "" where the row or the column is not in that file. */
export interface CellChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** What became of a row. `before` and `after` are its numbers in the two files. Personal data. */
export type RowChange =
  | { readonly kind: "added"; readonly after: number; readonly cells: readonly CellChange[] }
  | { readonly kind: "removed"; readonly before: number; readonly cells: readonly CellChange[] }
  | {
      readonly kind: "changed";
      readonly before: number;
      readonly after: number;
      readonly cells: readonly CellChange[];
    };

/** What a correction changed. */
export interface FileDifference {
  readonly changes: readonly RowChange[];
  /** Rows that are the same in both files. */
  readonly unchanged: number;
  /** Problems that are gone, as they stood in the older file. */
  readonly solved: readonly Problem[];
  /** Problems that the older file did not have. */
  readonly fresh: readonly Problem[];
  /** Problems of the older file that are still there. */
  readonly remaining: number;
}

/** Compare a corrected file with the one before, household by household: rows may stand in another order. */
export function compareFiles(before: ReadFile, after: ReadFile): FileDifference {
  const pairs = pairRows(rowsOf(before), rowsOf(after));
  const changes: RowChange[] = [];
  let unchanged = 0;
  const columns = [...new Set([...before.table.columns, ...after.table.columns])].filter(
    (name) => name !== "",
  );
  const old = new Map(before.table.columns.map((name, i) => [name, i]));
  const now = new Map(after.table.columns.map((name, i) => [name, i]));
  for (const pair of pairs) {
    const cells = cellsOf(pair, columns, old, now);
    if (cells.length === 0) unchanged += 1;
    else changes.push(changeOf(pair, cells));
  }
  return { changes, unchanged, ...compareProblems(before.problems, after.problems, pairs) };
}

function rowsOf({ table, idColumn }: ReadFile): FindableRow[] {
  const id = table.columns.indexOf(idColumn);
  return table.rows.map((row) => ({ row, household: householdOf(row, id), rest: restOf(row, id) }));
}

function householdOf(row: TableRow, id: number): string | undefined {
  if (row.problem) return undefined;
  const reading = normaliseIdentifier(row.cells[id] ?? "");
  return "identifier" in reading ? reading.identifier : undefined;
}

function restOf({ cells }: TableRow, id: number): string {
  return cells.map((cell, i) => (i === id ? "" : cell)).join("\0");
}

/** Place of each column in a file. */
type Places = ReadonlyMap<string, number>;

function cellsOf(
  { before, after }: RowPair,
  columns: readonly string[],
  old: Places,
  now: Places,
): CellChange[] {
  const cells: CellChange[] = [];
  for (const column of columns) {
    const was = before?.cells[old.get(column) ?? -1] ?? "";
    const is = after?.cells[now.get(column) ?? -1] ?? "";
    if (was !== is) cells.push({ column, before: was, after: is });
  }
  return cells;
}

function changeOf({ before, after }: RowPair, cells: readonly CellChange[]): RowChange {
  if (before === undefined) return { kind: "added", after: after?.row ?? 0, cells };
  if (after === undefined) return { kind: "removed", before: before.row, cells };
  return { kind: "changed", before: before.row, after: after.row, cells };
}

/** A problem is the same one when code and column are and it is in the row that the old one has become. */
function compareProblems(
  before: readonly Problem[],
  after: readonly Problem[],
  pairs: readonly RowPair[],
): Pick<FileDifference, "solved" | "fresh" | "remaining"> {
  const rowNow = new Map(
    pairs.flatMap(({ before: was, after: is }) => (was && is ? [[was.row, is.row] as const] : [])),
  );
  const keyOf = (row: number, { column, code }: Problem) => `${row}\0${column}\0${code}`;
  const left = new Map<string, number>();
  for (const problem of after) {
    const key = keyOf(problem.row, problem);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const solved = before.filter((problem) => {
    // The file as a whole and its header have no counterpart among the rows.
    const key = keyOf(rowNow.get(problem.row) ?? (problem.row <= 1 ? problem.row : -1), problem);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  const fresh = after.filter((problem) => {
    const key = keyOf(problem.row, problem);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  });
  return { solved, fresh, remaining: before.length - solved.length };
}
