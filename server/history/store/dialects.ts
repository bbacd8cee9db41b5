// SPDX-License-Identifier: Apache-2.0

import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import {
  type Dialect,
  PostgresDialect,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from "kysely";
import { Pool, types } from "pg";

/** PostgreSQL's 8-byte integer. All of ours are below 2^53. */
const INT8 = 20;
/** Prepared statements that are kept; there are few, but bulk inserts come in many lengths. */
const STATEMENTS_KEPT = 200;

/** Kysely's SQLite dialect on Node's own SQLite: an adapter between two almost equal interfaces. */
export function nodeSqliteDialect(file: string, { readOnly }: { readonly readOnly: boolean }): Dialect {
  return new SqliteDialect({ database: async () => openSqlite(file, readOnly) });
}

/** The index has a PostgreSQL schema to itself, so that making it anew touches nothing else in the database. */
export const POSTGRES_SCHEMA = "annona_history";

/** PostgreSQL by a connection string. The string may hold a password: it is never logged. */
export function postgresDialect(url: string, connections: number): Dialect {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    options: `-c search_path=${POSTGRES_SCHEMA}`,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : types.getTypeParser(oid, format)) },
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return new PostgresDialect({ pool });
}

function openSqlite(file: string, readOnly: boolean): SqliteDatabase {
  const database = new DatabaseSync(file, { readOnly, timeout: 10_000 });
  // Readers see the last commit while a batch is written. What a crash of the machine loses is read from the chain again.
  if (!readOnly) database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      if (prepared.size >= STATEMENTS_KEPT) prepared.clear();
      const statement = adapt(database.prepare(sql));
      prepared.set(sql, statement);
      return statement;
    },
  };
}

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

function values(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}
