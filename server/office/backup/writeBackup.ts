// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Kysely } from "kysely";
import { documentHash } from "#sdk/agency/index.ts";
import { type FileStore, keyOf } from "../files/index.ts";
import type { OfficeStore, OfficeTransaction } from "../store/officeStore.ts";
import { migrations, SQLITE_TYPES } from "../store/schema.ts";
import type { TableDefinition } from "../store/table.ts";
import { backupError } from "./errors.ts";
import {
  encodeFile,
  encodeRow,
  FORMAT,
  type Header,
  type KeptFile,
  keptTables,
  type Value,
  VERSION,
} from "./format.ts";

type AnyRow = Readonly<Record<string, Value>>;
type AnyDb = Kysely<Record<string, AnyRow>>;

type AgreementFile = Pick<KeptFile, "agreement" | "hash">;

/** What a backup holds. */
export interface BackupFacts {
  readonly organisation: number;
  readonly chainId: number;
  readonly rows: number;
  /** Files of agreements. */
  readonly files: number;
  /** Files that the database knows and the storage has lost, or has in another form: they are not in the backup. */
  readonly filesMissing: number;
}

/** What an office keeps: its database, and the storage of its agreements' files. */
export interface OfficeData {
  readonly store: OfficeStore;
  readonly files: FileStore;
}

/**
 * Write everything that an office keeps into one file, as it is at one moment. The file is there whole or not at all.
 * @throws OfficeError OFFICE-503 when the storage of files does not answer, OFFICE-706 when the database is no office's, OFFICE-707 when the
 * file cannot be written.
 */
export async function writeBackup(data: OfficeData, file: string): Promise<BackupFacts> {
  const partial = `${file}.part`;
  const writing = new Writing(data);
  try {
    await pipeline(writing.lines(), createGzip(), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, file);
    return writing.facts;
  } catch (error) {
    await rm(partial, { force: true });
    throw isFileTrouble(error) ? backupError("noFile", error) : error;
  }
}

/** One backup on its way into a file. */
class Writing {
  readonly #data: OfficeData;
  readonly #hash = createHash("sha256");
  readonly #rows: Record<string, number> = {};
  #facts: BackupFacts = { organisation: 0, chainId: 0, rows: 0, files: 0, filesMissing: 0 };

  constructor(data: OfficeData) {
    this.#data = data;
  }

  get facts(): BackupFacts {
    return this.#facts;
  }

  async *lines(): AsyncGenerator<string> {
    const { store, files } = this.#data;
    const known: AgreementFile[] = [];
    const snapshot = await begin(store);
    try {
      yield* this.#rowsIn(snapshot, known);
    } finally {
      // It only read. The files come after it, so that megabytes on a slow storage hold nobody up: a file is never changed or removed.
      await snapshot.rollback().execute();
    }
    yield* this.#filesIn(files, known);
    const end = { rows: this.#rows, files: this.#facts.files, sha256: this.#hash.digest("hex") };
    yield `${JSON.stringify(end)}\n`;
  }

  async *#rowsIn(db: OfficeTransaction, known: AgreementFile[]): AsyncGenerator<string> {
    const header = await headerOf(db);
    const { organisation, chainId } = header;
    yield this.#line(JSON.stringify(header));
    for (const table of keptTables) {
      for await (const row of rowsOf(db as unknown as AnyDb, table)) {
        this.#rows[table.name] = (this.#rows[table.name] ?? 0) + 1;
        yield this.#line(encodeRow(table, row));
      }
    }
    known.push(...(await db.selectFrom("agreementFiles").select(["agreement", "hash"]).execute()));
    const rows = Object.values(this.#rows).reduce((sum, count) => sum + count, 0);
    this.#facts = { ...this.#facts, organisation, chainId, rows };
  }

  async *#filesIn(files: FileStore, known: readonly AgreementFile[]): AsyncGenerator<string> {
    for (const { agreement, hash } of known) {
      const content = await files.get(keyOf(agreement, hash));
      const isThere = content !== undefined && documentHash(content) === hash;
      if (isThere) yield this.#line(encodeFile({ agreement, hash, content }));
      const name = isThere ? "files" : "filesMissing";
      this.#facts = { ...this.#facts, [name]: this.#facts[name] + 1 };
    }
  }

  #line(text: string): string {
    const line = `${text}\n`;
    this.#hash.update(line);
    return line;
  }
}

/** One moment of the database, so that what belongs together is from the same one. */
async function begin({ db, isServer }: OfficeStore) {
  const transaction = db.startTransaction();
  return await (isServer ? transaction.setIsolationLevel("repeatable read") : transaction).execute();
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
