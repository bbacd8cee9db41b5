// SPDX-License-Identifier: Apache-2.0

import { findColumn } from "./findColumn.ts";
import type { ColumnChoice, ColumnMapping } from "./options.ts";
import { type Problem, problemAt } from "./problems.ts";
import type { Table } from "./transform.ts";

const FIELDS = {
  id: "identifier",
  amount: "amount",
  times: "number to multiply by",
  area: "area",
  householdSize: "household size",
  group: "group",
} as const;

type Field = keyof typeof FIELDS;

/** Index of the column of each field that the mapping names and the file has. */
export type ResolvedColumns = Partial<Readonly<Record<Field, number>>> & { readonly id: number };

export type Resolution = { readonly columns: ResolvedColumns } | { readonly problems: readonly Problem[] };

const REQUIRED: ReadonlySet<Field> = new Set(["id", "amount", "times"]);

/** Columns without which no row can be read. */
export function requiredColumns(mapping: ColumnMapping): ColumnChoice[] {
  return choicesOf(mapping).flatMap(([field, choice]) => (REQUIRED.has(field) ? [choice] : []));
}

/**
 * Find the mapped columns in the header. A field that a preset offers several names for may be absent when it
 * only describes the household; a column that the operator named must be there.
 */
export function resolveColumns(table: Table, mapping: ColumnMapping): Resolution {
  const found: Partial<Record<Field, number>> = {};
  const problems: Problem[] = [];
  for (const [field, choice] of choicesOf(mapping)) {
    const column = findColumn(table.columns, choice);
    if ("index" in column) found[field] = column.index;
    else if ("repeated" in column)
      problems.push(headerProblem(table, column.repeated, "repeatedColumn", field));
    else if (REQUIRED.has(field) || typeof choice === "string") {
      problems.push(headerProblem(table, column.missing, "unknownColumn", field));
    }
  }
  if (problems.length > 0) return { problems: withoutHeader(table) ?? problems };
  return { columns: found as ResolvedColumns };
}

function choicesOf(mapping: ColumnMapping): [Field, ColumnChoice][] {
  const choices: Partial<Record<Field, ColumnChoice | undefined>> = mapping;
  return (Object.keys(FIELDS) as Field[]).flatMap((field) => {
    const choice = choices[field];
    return choice === undefined ? [] : [[field, choice]];
  });
}

function headerProblem(
  table: Table,
  wanted: string,
  name: "unknownColumn" | "repeatedColumn",
  field: Field,
): Problem {
  const facts = {
    wanted,
    field: FIELDS[field],
    columns: table.columns.filter((column) => column !== "").join(", "),
  };
  return problemAt({ row: table.headerRow, column: wanted, value: "" }, name, facts);
}

const NUMBER_LIKE = /^[+-]?[0-9][0-9.,]*$/;

/** Columns have names; a header of which a third or more are numbers is most likely the first household. */
function withoutHeader({ columns, headerRow }: Table): Problem[] | undefined {
  const numbers = columns.filter((column) => NUMBER_LIKE.test(column));
  if (numbers.length * 3 < columns.length) return undefined;
  return [problemAt({ row: headerRow, column: "", value: numbers[0] ?? "" }, "noHeader")];
}
