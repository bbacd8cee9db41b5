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

/** Where a server keeps its data: a file for Node's own SQLite, or a PostgreSQL database by its connection string. */
export type DatabaseAddress = { readonly sqliteFile: string } | { readonly postgresUrl: string };

export interface SqliteOptions {
  readonly readOnly: boolean;
  /** Whether a commit is on the disk before it is answered; costs a few milliseconds each. */
  readonly isDurable: boolean;
}

/** Kysely's SQLite dialect on Node's own SQLite: an adapter between two almost equal interfaces. */
export function nodeSqliteDialect(file: string, options: SqliteOptions): Dialect {
  return new SqliteDialect({ database: async () => openSqlite(file, options) });
}

export interface PostgresOptions {
  /** Each server has a PostgreSQL schema to itself, so that what one does to its tables touches no other. */
  readonly schema: string;
  readonly connections: number;
}

/** PostgreSQL by a connection string. The string may hold a password: it is never logged. */
export function postgresDialect(url: string, { schema, connections }: PostgresOptions): Dialect {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    options: `-c search_path=${schema}`,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : types.getTypeParser(oid, format)) },
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return new PostgresDialect({ pool });
}

function openSqlite(file: string, { readOnly, isDurable }: SqliteOptions): SqliteDatabase {
  const database = new DatabaseSync(file, { readOnly, timeout: 10_000 });
  // Readers see the last commit while a batch is written.
  const synchronous = isDurable ? "FULL" : "NORMAL";
  if (!readOnly) database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}`);
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
