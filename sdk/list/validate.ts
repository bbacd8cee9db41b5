// SPDX-License-Identifier: Apache-2.0

import { type DecimalMark, detectDecimalMark, parseAmount } from "../money/index.ts";
import type { Entitlement } from "./entitlement.ts";
import type { CheckedOptions } from "./options.ts";
import { type Cell, type Problem, problemAt, sortProblems } from "./problems.ts";
import { type ReadingRules, type ReadRow, readEntitlement } from "./readEntitlement.ts";
import { type ResolvedColumns, resolveColumns } from "./resolveColumns.ts";
import { resolveDuplicates } from "./resolveDuplicates.ts";
import type { Table, TableRow } from "./transform.ts";

export interface Validated {
  /** Rows of data in the file. */
  readonly rows: number;
  readonly entitlements: readonly Entitlement[];
  /**
   * By row. A row is either among the entitlements or has at least one problem, unless the header has one and
   * no row was read.
   */
  readonly problems: readonly Problem[];
}

/** Second stage: rows of cells to entitlements, and problems by cell for the rows that are none. */
export function validate(table: Table, options: CheckedOptions): Validated {
  const rows = table.rows.length;
  const resolution = resolveColumns(table, options.mapping);
  if ("problems" in resolution) return { rows, entitlements: [], problems: resolution.problems };
  const rules = rulesFor(table, options, resolution.columns);
  const problems: Problem[] = [];
  const read: ReadRow[] = [];
  for (const row of table.rows) {
    if (row.problem) {
      problems.push(row.problem);
      continue;
    }
    const reading = readEntitlement(row, rules);
    problems.push(...reading.problems);
    read.push(reading);
  }
  const fallenOut = new Set<ReadRow>();
  for (const { row, name, first } of resolveDuplicates(read)) {
    fallenOut.add(row);
    problems.push(problemAt(identifierCell(table, rules.columns, row.source), name, { first }));
  }
  return { rows, entitlements: acceptedOf(read, fallenOut), problems: sortProblems(problems) };
}

function rulesFor(table: Table, options: CheckedOptions, columns: ResolvedColumns): ReadingRules {
  const { currency, step, mapping } = options;
  return {
    names: table.columns,
    columns,
    currency,
    step,
    mark: decimalMarkOf(table, options, columns.amount),
    value: "value" in mapping ? parseAmount(mapping.value, currency) : undefined,
  };
}

function decimalMarkOf(
  table: Table,
  options: CheckedOptions,
  column: number | undefined,
): DecimalMark | undefined {
  if (options.decimalMark !== "auto") return options.decimalMark;
  if (column === undefined) return undefined;
  const readable = table.rows.filter((row) => row.problem === undefined);
  return detectDecimalMark(readable.map((row) => row.cells[column] ?? ""));
}

function identifierCell(table: Table, columns: ResolvedColumns, { row, cells }: TableRow): Cell {
  return { row, column: table.columns[columns.id] ?? "", value: cells[columns.id] ?? "" };
}

function acceptedOf(read: readonly ReadRow[], fallenOut: ReadonlySet<ReadRow>): Entitlement[] {
  return read.flatMap((row) => {
    const { identifier, amount } = row;
    if (identifier === undefined || amount === undefined || row.problems.length > 0 || fallenOut.has(row))
      return [];
    return [{ row: row.source.row, identifier, amount, ...row.traits }];
  });
}
