// SPDX-License-Identifier: Apache-2.0

import {
  type Columns,
  fromStored,
  kindOf,
  type RowOf,
  type Stored,
  type Table,
  toStored,
} from "./columns.ts";
import { tables } from "./tables.ts";

export type Tables = typeof tables;
export type TableName = keyof Tables;
export type Row<T extends TableName> = Tables[T] extends Table<infer C> ? RowOf<C> : never;
/** A row of whichever table, for code that treats all tables alike. */
export type AnyRow = Readonly<Record<string, unknown>> & { readonly born: number };
export type KeyValues = readonly (string | number)[];

export const tableNames = Object.keys(tables) as TableName[];

/** The table's declaration, for code that treats all tables alike. */
export function tableOf(name: TableName): Table<Columns> {
  return tables[name] as unknown as Table<Columns>;
}

const columnsByTable = new Map(
  tableNames.map((name) => [
    name,
    [...Object.entries(tableOf(name).columns), ["born", "integer"] as const].map(
      ([column, declared]) => [column, kindOf(declared)] as const,
    ),
  ]),
);

/** Columns of a table with their kinds, in the order of declaration, `born` last. */
export function columnsOf(name: TableName) {
  return columnsByTable.get(name) as NonNullable<ReturnType<typeof columnsByTable.get>>;
}

export function keyOf(name: TableName, row: AnyRow): KeyValues {
  return tableOf(name).key.map((column) => row[column] as string | number);
}

export function keyText(key: KeyValues): string {
  return key.length === 1 ? String(key[0]) : key.join("|");
}

/** The row's values as stored, in the order of {@link columnsOf}. */
export function encodeRow(name: TableName, row: AnyRow): Stored[] {
  return columnsOf(name).map(([column, kind]) => toStored(kind, row[column]));
}

/** Inverse of {@link encodeRow}, from an object of stored values by column name. */
export function decodeRow<T extends TableName>(name: T, stored: Readonly<Record<string, unknown>>): Row<T> {
  const entries = columnsOf(name).map(([column, kind]) => [column, fromStored(kind, stored[column])]);
  return Object.fromEntries(entries) as Row<T>;
}
