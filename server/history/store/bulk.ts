// SPDX-License-Identifier: Apache-2.0

import { CompiledQuery, type Kysely } from "kysely";
import {
  type AnyRow,
  columnsOf,
  decodeRow,
  encodeRow,
  type KeyValues,
  type RowKey,
  type Stored,
  type TableName,
  tableNames,
  tableOf,
} from "#sdk/history/index.ts";
import type { Schema, StoredRow } from "./schema.ts";

/** A column as the databases know it. Money is text on both. */
export interface BulkColumn {
  readonly name: string;
  readonly type: "text" | "integer";
}

/** How a database is told many rows in one statement. */
export interface Dialect {
  /** Rows that the next statement should carry, of those that are left, by the number of its columns; at least 1. */
  rowsAtOnce(columns: number, left: number): number;
  /** Text that stands for the rows after `insert into ...`, and its parameters. */
  rows(columns: readonly BulkColumn[], rows: readonly (readonly Stored[])[]): Fragment;
  /** Condition that the key is one of these, and its parameters. */
  isOneOf(key: readonly BulkColumn[], keys: readonly KeyValues[]): Fragment;
}

export interface Fragment {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

type OnConflict = "fail" | "replace" | "keep";

/** Keys that are asked for in one statement; PostgreSQL's planner and SQLite's parser are both at ease with so many. */
const KEYS_AT_ONCE = 200;

const columnsOfTable = new Map(tableNames.map((name) => [name, bulkColumns(name)]));

/** Writes and reads many rows with few statements. The SQL is put together from the tables' declarations only. */
export class Bulk {
  readonly #db: Kysely<Schema>;
  readonly #dialect: Dialect;

  constructor(db: Kysely<Schema>, dialect: Dialect) {
    this.#db = db;
    this.#dialect = dialect;
  }

  /** Write rows of a history table. With "fail" a row that exists is an error. */
  async write(table: TableName, rows: readonly AnyRow[], onConflict: "fail" | "replace"): Promise<void> {
    const columns = columnsOfTable.get(table) ?? [];
    const values = rows.map((row) => encodeRow(table, row));
    await this.insert(table, columns, tableOf(table).key, values, onConflict);
  }

  async insert(
    table: string,
    columns: readonly BulkColumn[],
    key: readonly string[],
    rows: readonly (readonly Stored[])[],
    onConflict: OnConflict,
  ): Promise<void> {
    const names = columns.map(({ name }) => name);
    const into = `insert into ${quoted(table)} (${names.map(quoted).join(", ")}) `;
    const conflict = conflictClause(names, key, onConflict);
    for (let start = 0; start < rows.length; ) {
      const end = start + this.#dialect.rowsAtOnce(columns.length, rows.length - start);
      const { text, parameters } = this.#dialect.rows(columns, rows.slice(start, end));
      start = end;
      await this.#db.executeQuery(CompiledQuery.raw(`${into}${text}${conflict}`, [...parameters]));
    }
  }

  /** The rows of these keys that exist. */
  async read(table: TableName, keys: readonly RowKey[]): Promise<{ key: RowKey; row: AnyRow }[]> {
    const names = tableOf(table).key;
    const columns = (columnsOfTable.get(table) ?? []).filter(({ name }) => names.includes(name));
    const inOrder = names.flatMap((name) => columns.find((column) => column.name === name) ?? []);
    const byText = new Map(keys.map((key) => [key.key.join("|"), key]));
    const found: { key: RowKey; row: AnyRow }[] = [];
    for (let start = 0; start < keys.length; ) {
      const left = Math.min(KEYS_AT_ONCE, keys.length - start);
      const end = start + this.#dialect.rowsAtOnce(names.length, left);
      const part = keys.slice(start, end).map(({ key }) => key);
      start = end;
      const { text, parameters } = this.#dialect.isOneOf(inOrder, part);
      const query = CompiledQuery.raw(`select * from ${quoted(table)} where ${text}`, [...parameters]);
      const { rows } = await this.#db.executeQuery<StoredRow>(query);
      for (const stored of rows) {
        const key = byText.get(names.map((column) => stored[column]).join("|"));
        if (key !== undefined) found.push({ key, row: decodeRow(table, stored) as unknown as AnyRow });
      }
    }
    return found;
  }
}

function bulkColumns(table: TableName): BulkColumn[] {
  return columnsOf(table).map(([name, kind]) => ({
    name,
    type: kind === "text" || kind === "money" ? "text" : "integer",
  }));
}

function conflictClause(columns: readonly string[], key: readonly string[], onConflict: OnConflict): string {
  if (onConflict === "fail") return "";
  const target = ` on conflict (${key.map(quoted).join(", ")})`;
  if (onConflict === "keep") return `${target} do nothing`;
  const others = columns.filter((column) => !key.includes(column));
  return `${target} do update set ${others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(", ")}`;
}

/** Names come from declarations in the source, never from outside. */
export function quoted(name: string): string {
  return `"${name}"`;
}
