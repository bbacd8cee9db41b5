// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { Kysely } from "kysely";
import { AnnonaError } from "#sdk/errors/index.ts";
import { type FileStore, keyOf } from "../files/index.ts";
import { migrations, SQLITE_TYPES } from "../store/schema.ts";
import { backupError } from "./errors.ts";
import {
  decodeFile,
  decodeRow,
  type End,
  type Header,
  type KeptFile,
  keptTables,
  readEnd,
  readHeader,
  type Value,
} from "./format.ts";
import type { BackupFacts, OfficeData } from "./writeBackup.ts";

type AnyDb = Kysely<Record<string, Readonly<Record<string, Value>>>>;

/** Rows that are written with one statement: at most so many, and then so many characters. */
const ROWS_AT_ONCE = 500;
const CHARACTERS_AT_ONCE = 1_000_000;

/**
 * What a backup is of, from its first line.
 * @throws OfficeError OFFICE-701, OFFICE-702, OFFICE-704, OFFICE-707.
 */
export async function describeBackup(file: string): Promise<Header> {
  for await (const line of linesIn(file)) return readHeader(line);
  throw backupError("noBackup");
}

/**
 * Bring a backup into an empty database of either kind, and its files into the storage. The data is there whole or not at all.
 * @param identity What the database is of; a backup of something else is refused.
 * @throws OfficeError OFFICE-503 when the storage of files does not answer, OFFICE-701 damaged, 702 no backup, 703 of another office,
 * 704 newer, 705 not empty, 707 unreadable.
 */
export async function restoreBackup(
  { store, files }: OfficeData,
  identity: string,
  file: string,
): Promise<BackupFacts> {
  return await store.transaction(async (db) => {
    const facts = await throughLines(file, (lines) => restoreLines(db as unknown as AnyDb, identity, lines));
    // Only of a backup that is whole to its last line; and only with its files there is the data kept.
    await throughLines(file, (lines) => restoreFiles(files, lines));
    return facts;
  });
}

async function throughLines<T>(
  file: string,
  read: (lines: AsyncGenerator<string>) => Promise<T>,
): Promise<T> {
  const lines = linesIn(file);
  try {
    return await read(lines);
  } finally {
    // Also when the first line was enough to refuse it: the file is not kept open.
    await lines.return(undefined);
  }
}

async function restoreFiles(files: FileStore, lines: AsyncGenerator<string>): Promise<void> {
  for await (const line of lines) {
    const kept = decodeFile(line);
    if (kept !== undefined) await files.put(keyOf(kept.agreement, kept.hash), kept.content);
  }
}

async function restoreLines(
  db: AnyDb,
  identity: string,
  lines: AsyncGenerator<string>,
): Promise<BackupFacts> {
  const first = await lines.next();
  const header = readHeader(first.done ? "" : first.value);
  requireFit(header, identity);
  await requireEmpty(db);
  const hash = createHash("sha256").update(`${first.value}\n`);
  const writer = new Writer(db, header);
  let end: End | undefined;
  for await (const line of lines) {
    // Nothing comes after the end.
    if (end !== undefined) throw backupError("damaged");
    end = readEnd(line);
    if (end !== undefined) continue;
    hash.update(`${line}\n`);
    const kept = decodeFile(line);
    if (kept === undefined) await writer.add(line);
    else writer.noteFile(kept);
  }
  await writer.flush();
  if (end?.sha256 !== hash.digest("hex") || !writer.hasWritten(end)) throw backupError("damaged");
  const { organisation, chainId } = header;
  return { organisation, chainId, rows: writer.rows, files: end.files, filesMissing: writer.filesMissing };
}

function requireFit({ identity, steps }: Header, expected: string): void {
  if (identity !== expected) throw backupError("foreign");
  const known = new Set(Object.keys(migrations(SQLITE_TYPES)));
  if (steps.some((step) => !known.has(step))) throw backupError("newer");
}

async function requireEmpty(db: AnyDb): Promise<void> {
  for (const { name } of keptTables) {
    if (name === "meta") continue;
    const { rows } = await db
      .selectFrom(name)
      .select(({ fn }) => fn.countAll<number | string>().as("rows"))
      .executeTakeFirstOrThrow();
    if (Number(rows) > 0) throw backupError("notEmpty");
  }
}

/** Gathers rows of a table and writes them together. */
class Writer {
  readonly #db: AnyDb;
  readonly #header: Header;
  readonly #counts: Record<string, number> = {};
  /** Files that the rows name and whose content has not come. */
  readonly #filesExpected = new Set<string>();
  #files = 0;
  #table = "";
  #pending: Record<string, Value>[] = [];
  #characters = 0;

  constructor(db: AnyDb, header: Header) {
    this.#db = db;
    this.#header = header;
  }

  get rows(): number {
    return Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
  }

  get filesMissing(): number {
    return this.#filesExpected.size;
  }

  /** @throws OfficeError OFFICE-701 for a file that no row names, or that comes twice. */
  noteFile({ agreement, hash }: KeptFile): void {
    if (!this.#filesExpected.delete(keyOf(agreement, hash))) throw backupError("damaged");
    this.#files += 1;
  }

  async add(line: string): Promise<void> {
    const { table, row } = decodeRow(this.#header, line);
    if (table.name === "agreementFiles") {
      this.#filesExpected.add(keyOf(String(row.agreement), String(row.hash)));
    }
    if (table.name !== this.#table) await this.flush();
    this.#table = table.name;
    this.#counts[table.name] = (this.#counts[table.name] ?? 0) + 1;
    // The database knows what it is of since it was opened.
    if (table.name === "meta" && row.name === "identity") return;
    this.#pending.push(row);
    this.#characters += line.length;
    if (this.#pending.length >= ROWS_AT_ONCE || this.#characters >= CHARACTERS_AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#pending.length > 0) await this.#write(this.#pending);
    this.#pending = [];
    this.#characters = 0;
  }

  /** @throws OfficeError OFFICE-701 when the database's own rules forbid the rows, such as one that stands twice. */
  async #write(rows: readonly Record<string, Value>[]): Promise<void> {
    try {
      await this.#db.insertInto(this.#table).values(rows).execute();
    } catch (error) {
      throw breaksRule(error) ? backupError("damaged", error) : error;
    }
  }

  hasWritten({ rows, files }: End): boolean {
    const tables = new Set([...Object.keys(rows), ...Object.keys(this.#counts)]);
    return files === this.#files && [...tables].every((table) => rows[table] === this.#counts[table]);
  }
}

/** SQLite's code for a constraint, in the lowest byte of its errors' numbers. */
const SQLITE_CONSTRAINT = 19;
/** PostgreSQL's class of constraints, the beginning of its errors' codes. */
const POSTGRES_CONSTRAINT = "23";

function breaksRule(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { errcode, code } = error as Error & { readonly errcode?: unknown; readonly code?: unknown };
  return (
    (typeof errcode === "number" && (errcode & 0xff) === SQLITE_CONSTRAINT) ||
    (typeof code === "string" && code.startsWith(POSTGRES_CONSTRAINT))
  );
}

/** Lines of a compressed file. @throws OfficeError OFFICE-701, OFFICE-702, OFFICE-707. */
async function* linesIn(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const unpacked = bytes.pipe(createGunzip());
  bytes.on("error", (error) => unpacked.destroy(error));
  let rest: Buffer[] = [];
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = piece.indexOf(0x0a); at >= 0; at = piece.indexOf(0x0a, from)) {
        yield Buffer.concat([...rest, piece.subarray(from, at)]).toString("utf8");
        rest = [];
        from = at + 1;
      }
      rest.push(piece.subarray(from));
    }
  } catch (error) {
    throw troubleOf(error);
  } finally {
    bytes.destroy();
  }
  if (rest.some(({ length }) => length > 0)) throw backupError("damaged");
}

function troubleOf(error: unknown): unknown {
  if (error instanceof AnnonaError || !(error instanceof Error) || !("code" in error)) return error;
  if (error.code === "Z_DATA_ERROR" && error.message === "incorrect header check")
    return backupError("noBackup");
  if (String(error.code).startsWith("Z_")) return backupError("damaged", error);
  return backupError("noFile", error);
}
