// SPDX-License-Identifier: Apache-2.0

import { CompiledQuery, type Kysely } from "kysely";
import {
  type AnyRow,
  columnsOf,
  decodeRow,
  encodeRow,
  type RowKey,
  type Stored,
  type TableName,
  tableOf,
} from "#sdk/history/index.ts";
import type { Schema, StoredRow } from "./schema.ts";

/** How a dialect writes the n-th parameter, counted from 1. */
export type Placeholder = (n: number) => string;

/** Both databases allow more parameters a statement; larger ones are not faster. */
const PARAMETERS = 4_000;
/** Conditions on several columns are joined by "or", which must not nest too deep. */
const KEYS_AT_ONCE = 200;

type OnConflict = "fail" | "replace" | "keep";

/** Writes and reads many rows with few statements. The SQL is put together from the tables' declarations only. */
export class Bulk {
  readonly #db: Kysely<Schema>;
  readonly #placeholder: Placeholder;

  constructor(db: Kysely<Schema>, placeholder: Placeholder) {
    this.#db = db;
    this.#placeholder = placeholder;
  }

  /** Write rows of a history table. With "fail" a row that exists is an error. */
  async write(table: TableName, rows: readonly AnyRow[], onConflict: "fail" | "replace"): Promise<void> {
    const columns = columnsOf(table).map(([column]) => column);
    const values = rows.map((row) => encodeRow(table, row));
    await this.insert(table, columns, tableOf(table).key, values, onConflict);
  }

  async insert(
    table: string,
    columns: readonly string[],
    key: readonly string[],
    rows: readonly (readonly Stored[])[],
    onConflict: OnConflict,
  ): Promise<void> {
    const rowsAtOnce = Math.max(1, Math.floor(PARAMETERS / columns.length));
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const part = rows.slice(start, start + rowsAtOnce);
      const text = `insert into ${quoted(table)} (${columns.map(quoted).join(", ")}) values ${this.#tuples(part.length, columns.length)}${conflictClause(columns, key, onConflict)}`;
      await this.#db.executeQuery(CompiledQuery.raw(text, part.flat()));
    }
  }

  /** The rows of these keys that exist. */
  async read(table: TableName, keys: readonly RowKey[]): Promise<{ key: RowKey; row: AnyRow }[]> {
    const columns = tableOf(table).key;
    const byText = new Map(keys.map((key) => [key.key.join("|"), key]));
    const found: { key: RowKey; row: AnyRow }[] = [];
    const keysAtOnce = columns.length === 1 ? PARAMETERS : KEYS_AT_ONCE;
    for (let start = 0; start < keys.length; start += keysAtOnce) {
      const part = keys.slice(start, start + keysAtOnce);
      const text = `select * from ${quoted(table)} where ${this.#condition(columns, part.length)}`;
      const { rows } = await this.#db.executeQuery<StoredRow>(
        CompiledQuery.raw(
          text,
          part.flatMap(({ key }) => key),
        ),
      );
      for (const stored of rows) {
        const key = byText.get(columns.map((column) => stored[column]).join("|"));
        if (key !== undefined) found.push({ key, row: decodeRow(table, stored) as unknown as AnyRow });
      }
    }
    return found;
  }

  #tuples(rows: number, columns: number): string {
    const tuples: string[] = [];
    for (let row = 0; row < rows; row++) {
      const first = row * columns + 1;
      tuples.push(`(${Array.from({ length: columns }, (_, i) => this.#placeholder(first + i)).join(", ")})`);
    }
    return tuples.join(", ");
  }

  #condition(columns: readonly string[], keys: number): string {
    const [only] = columns;
    if (columns.length === 1 && only !== undefined) {
      return `${quoted(only)} in (${Array.from({ length: keys }, (_, i) => this.#placeholder(i + 1)).join(", ")})`;
    }
    return Array.from({ length: keys }, (_, row) => {
      const first = row * columns.length + 1;
      return `(${columns.map((column, i) => `${quoted(column)} = ${this.#placeholder(first + i)}`).join(" and ")})`;
    }).join(" or ");
  }
}

function conflictClause(columns: readonly string[], key: readonly string[], onConflict: OnConflict): string {
  if (onConflict === "fail") return "";
  const target = ` on conflict (${key.map(quoted).join(", ")})`;
  if (onConflict === "keep") return `${target} do nothing`;
  const others = columns.filter((column) => !key.includes(column));
  return `${target} do update set ${others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(", ")}`;
}

/** Names come from declarations in the source, never from outside. */
function quoted(name: string): string {
  return `"${name}"`;
}
