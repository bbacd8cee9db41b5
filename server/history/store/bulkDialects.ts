// SPDX-License-Identifier: Apache-2.0

import type { Stored } from "#sdk/history/index.ts";
import type { BulkColumn, Dialect, Fragment } from "./bulk.ts";
import { quoted } from "./bulk.ts";

/** SQLite allows more parameters a statement; larger ones are not faster. */
const PARAMETERS = 2_500;
/** An array is one parameter, however long; this keeps a statement at a few megabytes. */
const ROWS_OF_ARRAYS = 5_000;

/**
 * A tuple of parameters a row. Numbers of rows are powers of two, so that there are few statements, each prepared once and used
 * again: a prepared one of thousands of parameters takes a megabyte.
 */
export const sqliteBulk: Dialect = {
  rowsAtOnce: (columns, left) =>
    2 ** Math.floor(Math.log2(Math.max(1, Math.min(left, PARAMETERS / columns)))),
  rows: (columns, rows) => ({
    text: `values ${repeated(`(${repeated("?", columns.length)})`, rows.length)}`,
    parameters: rows.flat(),
  }),
  isOneOf: (key, keys) => ({
    text:
      key.length === 1
        ? `${quoted(key[0]?.name ?? "")} in (${repeated("?", keys.length)})`
        : Array.from(
            { length: keys.length },
            () => `(${key.map(({ name }) => `${quoted(name)} = ?`).join(" and ")})`,
          ).join(" or "),
    parameters: keys.flat(),
  }),
};

/**
 * An array of values a column, unfolded by the server: the statement is the same for any number of rows, and takes a fraction of the
 * time that parsing, planning and binding thousands of single parameters does.
 */
export const postgresBulk: Dialect = {
  rowsAtOnce: (_, left) => Math.min(left, ROWS_OF_ARRAYS),
  rows: (columns, rows) => unfolded(columns, rows),
  isOneOf: (key, keys) => {
    const { text, parameters } = unfolded(key, keys);
    return { text: `(${key.map(({ name }) => quoted(name)).join(", ")}) in (${text})`, parameters };
  },
};

const POSTGRES_TYPES = { text: "text[]", integer: "bigint[]" } as const;

function unfolded(columns: readonly BulkColumn[], rows: readonly (readonly Stored[])[]): Fragment {
  const arrays = columns.map(({ type }, index) => `$${index + 1}::${POSTGRES_TYPES[type]}`);
  return {
    text: `select * from unnest(${arrays.join(", ")})`,
    parameters: columns.map((_, index) => arrayLiteral(rows, index)),
  };
}

/** A column of the rows as PostgreSQL writes arrays. Made here in one go: the driver takes several times as long. */
function arrayLiteral(rows: readonly (readonly Stored[])[], index: number): string {
  const items = rows.map((row) => {
    const value = row[index] ?? null;
    if (value === null) return "NULL";
    return typeof value === "number" ? String(value) : elementOf(value);
  });
  return `{${items.join(",")}}`;
}

const PLAIN = /^[\w.-]+$/;

function elementOf(text: string): string {
  if (PLAIN.test(text) && text.toUpperCase() !== "NULL") return text;
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function repeated(text: string, times: number): string {
  return Array.from({ length: times }, () => text).join(", ");
}
