// SPDX-License-Identifier: Apache-2.0

import { id } from "ethers";
import { type ColumnDataType, type Kysely, type RawBuilder, sql } from "kysely";
import { isNullable, kindOf, type TableName, tableNames, tableOf } from "#sdk/history/index.ts";

/** Bump when the reducer gives other rows for the same events: every index is then rebuilt from its chain. */
const MEANING = 1;

/** Columns as SQL returns them. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

/** All tables of the index: those of the history, and where it stands. */
export interface Schema extends Record<TableName, StoredRow> {
  meta: { name: string; value: string };
  checkpoints: { block: number; hash: string; timestamp: number };
  undo: { block: number; tableName: string; key: string; row: string };
}

/** Names what the tables look like and mean. An index with another name is thrown away and made anew. */
export function schemaVersion(): string {
  return id(JSON.stringify([MEANING, tableNames.map((name) => [name, tableOf(name)])]));
}

/** Create all tables. */
export async function createSchema(db: Kysely<Schema>, columnTypes: ColumnTypes): Promise<void> {
  for (const name of tableNames) await createTable(db, name, columnTypes);
  await db.schema
    .createTable("meta")
    .addColumn("name", columnTypes.text, (column) => column.primaryKey())
    .addColumn("value", columnTypes.text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("checkpoints")
    .addColumn("block", columnTypes.integer, (column) => column.primaryKey())
    .addColumn("hash", columnTypes.text, (column) => column.notNull())
    .addColumn("timestamp", columnTypes.integer, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("undo")
    .addColumn("block", columnTypes.integer, (column) => column.notNull())
    .addColumn("tableName", columnTypes.text, (column) => column.notNull())
    .addColumn("key", columnTypes.text, (column) => column.notNull())
    .addColumn("row", columnTypes.text, (column) => column.notNull())
    .addPrimaryKeyConstraint("undo_key", ["block", "tableName", "key"])
    .execute();
}

/** Drop all tables of an index, those of older versions included. */
export async function dropTables(db: Kysely<Schema>, names: readonly string[]): Promise<void> {
  for (const name of names) await db.schema.dropTable(name).execute();
}

/**
 * SQL types by kind of column. Money is text on both: no integer type of theirs holds 128 bits. Texts are compared byte by byte on
 * both, so that pages come in the same order.
 */
export interface ColumnTypes {
  readonly integer: ColumnDataType;
  readonly text: ColumnDataType | RawBuilder<unknown>;
}

async function createTable(db: Kysely<Schema>, name: TableName, columnTypes: ColumnTypes): Promise<void> {
  const { columns, key, indexes } = tableOf(name);
  let table = db.schema.createTable(name);
  for (const [column, declared] of Object.entries(columns)) {
    const kind = kindOf(declared);
    const type = kind === "text" || kind === "money" ? columnTypes.text : columnTypes.integer;
    table = table.addColumn(column, type, (built) => (isNullable(declared) ? built : built.notNull()));
  }
  table = table.addColumn("born", columnTypes.integer, (built) => built.notNull());
  await table.addPrimaryKeyConstraint(`${name}_key`, key as readonly never[] as never[]).execute();
  for (const index of indexes) {
    await sql`create index ${sql.id(`${name}_by_${index.join("_")}`)}
      on ${sql.table(name)} (${sql.join(index.map((column) => sql.ref(column)))})`.execute(db);
  }
}
