// SPDX-License-Identifier: Apache-2.0

import { type ColumnDataType, type Kysely, type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { jobTables } from "../relayer/tables.ts";
import type { ColumnKind, TableDefinition, TablesOf } from "./table.ts";
import { agreementTables, officeTables, statementTables } from "./tables.ts";

/** Every table of an office in an order in which they can be filled. A backup holds all of them but the sessions. */
export const allTables = [...officeTables, ...jobTables, ...agreementTables, ...statementTables] as const;

/** The office's database as Kysely sees it. */
export type OfficeDatabase = TablesOf<typeof allTables>;

export type TableName = keyof OfficeDatabase;

/** How a database calls the kinds of columns. */
export type ColumnTypes = Readonly<Record<ColumnKind, ColumnDataType>>;

export const SQLITE_TYPES: ColumnTypes = { text: "text", integer: "integer", bytes: "blob" };
export const POSTGRES_TYPES: ColumnTypes = { text: "text", integer: "bigint", bytes: "bytea" };

/** Steps from nothing to the tables of this version, by name in their order. A step that was released is never changed: add one. */
export function migrations(types: ColumnTypes): Record<string, Migration> {
  return {
    "0001-tables": {
      up: async (db: Kysely<unknown>) => {
        for (const table of [...officeTables, ...jobTables]) await createTable(db, table, types);
      },
    },
    "0002-agreements": {
      up: async (db: Kysely<unknown>) => {
        for (const table of agreementTables) await createTable(db, table, types);
      },
    },
    "0003-statements": {
      up: async (db: Kysely<unknown>) => {
        for (const table of statementTables) await createTable(db, table, types);
      },
    },
  };
}

async function createTable(db: Kysely<unknown>, table: TableDefinition, types: ColumnTypes): Promise<void> {
  const { name, columns, key, indexes = [], unique = [] } = table;
  let creation = db.schema.createTable(name).ifNotExists();
  for (const [column, declared] of Object.entries(columns)) {
    const kind = declared.replace("?", "") as ColumnKind;
    const isNullable = declared.endsWith("?");
    creation = creation.addColumn(column, types[kind], (built) => (isNullable ? built : built.notNull()));
  }
  await creation.addPrimaryKeyConstraint(`${name}_key`, key as readonly never[] as never[]).execute();
  for (const index of indexes) await createIndex(db, name, index, sql`index`);
  for (const index of unique) await createIndex(db, name, index, sql`unique index`);
}

async function createIndex(
  db: Kysely<unknown>,
  table: string,
  columns: readonly string[],
  kind: RawBuilder<unknown>,
): Promise<void> {
  await sql`create ${kind} if not exists ${sql.id(`${table}_by_${columns.join("_")}`)}
    on ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})`.execute(db);
}
