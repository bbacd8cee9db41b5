// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Kysely } from "kysely";
import type { OfficeStore, OfficeTransaction } from "../store/officeStore.ts";
import { migrations, SQLITE_TYPES } from "../store/schema.ts";
import type { TableDefinition } from "../store/table.ts";
import { backupError } from "./errors.ts";
import { encodeRow, FORMAT, type Header, keptTables, type Value, VERSION } from "./format.ts";

type AnyRow = Readonly<Record<string, Value>>;
type AnyDb = Kysely<Record<string, AnyRow>>;

/** What a backup holds. */
export interface BackupFacts {
  readonly organisation: number;
  readonly chainId: number;
  readonly rows: number;
}

/**
 * Write everything that an office keeps into one file, as it is at one moment. The file is there whole or not at all.
 * @throws OfficeError OFFICE-706 when the database is no office's, OFFICE-707 when the file cannot be written.
 */
export async function writeBackup(store: OfficeStore, file: string): Promise<BackupFacts> {
  const partial = `${file}.part`;
  try {
    const facts = await snapshot(store, async (db) => {
      const header = await headerOf(db);
      const rows = { count: 0 };
      const lines = Readable.from(linesOf(db as unknown as AnyDb, header, rows));
      await pipeline(lines, createGzip(), createWriteStream(partial, { mode: 0o600 }));
      return { organisation: header.organisation, chainId: header.chainId, rows: rows.count };
    });
    await rename(partial, file);
    return facts;
  } catch (error) {
    await rm(partial, { force: true });
    throw isFileTrouble(error) ? backupError("noFile", error) : error;
  }
}

/** Read in one transaction, so that what belongs together is from the same moment. */
async function snapshot<T>(store: OfficeStore, read: (db: OfficeTransaction) => Promise<T>): Promise<T> {
  const transaction = store.db.transaction();
  return await (store.isServer ? transaction.setIsolationLevel("repeatable read") : transaction).execute(
    read,
  );
}

async function headerOf(db: OfficeTransaction): Promise<Header> {
  const row = await db.selectFrom("meta").select("value").where("name", "=", "identity").executeTakeFirst();
  const [chainId, , organisation] = row?.value.split(" ") ?? [];
  if (row === undefined) throw backupError("noOffice");
  return {
    format: FORMAT,
    version: VERSION,
    identity: row.value,
    chainId: Number(chainId),
    organisation: Number(organisation),
    createdAt: Math.floor(Date.now() / 1_000),
    steps: Object.keys(migrations(SQLITE_TYPES)),
    tables: Object.fromEntries(keptTables.map(({ name, columns }) => [name, Object.keys(columns)])),
  };
}

async function* linesOf(db: AnyDb, header: Header, total: { count: number }): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const counts: Record<string, number> = {};
  const hashed = (line: string): string => {
    hash.update(line);
    return line;
  };
  yield hashed(`${JSON.stringify(header)}\n`);
  for (const table of keptTables) {
    for await (const row of rowsOf(db, table)) {
      counts[table.name] = (counts[table.name] ?? 0) + 1;
      total.count += 1;
      yield hashed(`${encodeRow(table, row)}\n`);
    }
  }
  yield `${JSON.stringify({ rows: counts, sha256: hash.digest("hex") })}\n`;
}

/** Rows of these tables can be megabytes each: they are read one by one. */
function isHeavy({ name, columns }: TableDefinition): boolean {
  return name === "jobs" || Object.values(columns).includes("bytes");
}

async function* rowsOf(db: AnyDb, table: TableDefinition): AsyncGenerator<AnyRow> {
  if (!isHeavy(table)) {
    yield* await db.selectFrom(table.name).selectAll().execute();
    return;
  }
  for (const key of await db
    .selectFrom(table.name)
    .select([...table.key])
    .execute()) {
    let query = db.selectFrom(table.name).selectAll();
    for (const column of table.key) query = query.where(column, "=", (key as AnyRow)[column] ?? null);
    yield* await query.execute();
  }
}

function isFileTrouble(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && "path" in error;
}
