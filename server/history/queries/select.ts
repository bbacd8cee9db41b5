// SPDX-License-Identifier: Apache-2.0

import { type Kysely, sql } from "kysely";
import { decodeRow, type ReadRows, type Row, type TableName } from "#sdk/history/index.ts";
import type { Schema } from "../store/schema.ts";

/** Columns that must equal a value. */
export type Where<T extends TableName> = Partial<Record<keyof Row<T> & string, string | number>>;

export interface SelectOptions<T extends TableName> {
  readonly where?: Where<T>;
  /** Column to order by; must be unique together with `where`. */
  readonly by?: keyof Row<T> & string;
  readonly descending?: boolean;
  /** Only rows beyond this value of `by`, in the order asked for. */
  readonly after?: string | number;
  /** Only rows in which a column has one of these values. */
  readonly among?: { readonly column: keyof Row<T> & string; readonly values: readonly string[] };
  readonly limit?: number;
}

/** Rows of a table, decoded. */
export async function selectRows<T extends TableName>(
  db: Kysely<Schema>,
  table: T,
  { where = {}, by, descending = false, after, among, limit }: SelectOptions<T> = {},
): Promise<Row<T>[]> {
  let query = db.selectFrom(table as TableName).selectAll();
  for (const [column, value] of Object.entries(where)) {
    query = query.where(sql<boolean>`${sql.ref(column)} = ${value}`);
  }
  if (among !== undefined) {
    const values = among.values.length === 0 ? [null] : among.values;
    query = query.where(sql<boolean>`${sql.ref(among.column)} in (${sql.join(values)})`);
  }
  if (by !== undefined) {
    query = query.orderBy(sql.ref(by), descending ? "desc" : "asc");
    if (after !== undefined)
      query = query.where(sql<boolean>`${sql.ref(by)} ${sql.raw(descending ? "<" : ">")} ${after}`);
  }
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.execute();
  return rows.map((row) => decodeRow(table, row));
}

/** The history's rows in this state of the index, for what is made from rows wherever they are. */
export function rowsIn(db: Kysely<Schema>): ReadRows {
  return (table, where = {}) => selectRows(db, table, { where: where as Where<typeof table> });
}

/** The row with these values, if there is one. */
export async function selectRow<T extends TableName>(
  db: Kysely<Schema>,
  table: T,
  where: Where<T>,
): Promise<Row<T> | undefined> {
  return (await selectRows(db, table, { where, limit: 1 }))[0];
}
