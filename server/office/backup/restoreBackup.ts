// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { Kysely } from "kysely";
import { AnnonaError } from "#sdk/errors/index.ts";
import type { OfficeStore } from "../store/officeStore.ts";
import { migrations, SQLITE_TYPES } from "../store/schema.ts";
import { backupError } from "./errors.ts";
import { decodeRow, type End, type Header, keptTables, readEnd, readHeader, type Value } from "./format.ts";
import type { BackupFacts } from "./writeBackup.ts";

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
 * Bring a backup into an empty database of either kind. It is there whole or not at all.
 * @param identity What the database is of; a backup of something else is refused.
 * @throws OfficeError OFFICE-701 damaged, 702 no backup, 703 of another office, 704 newer, 705 not empty, 707 unreadable.
 */
export async function restoreBackup(
  store: OfficeStore,
  identity: string,
  file: string,
): Promise<BackupFacts> {
  const lines = linesIn(file);
  try {
    return await store.transaction((db) => restoreLines(db as unknown as AnyDb, identity, lines));
  } finally {
    // Also when the first line was enough to refuse it: the file is not kept open.
    await lines.return(undefined);
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
    await writer.add(line);
  }
  await writer.flush();
  if (end?.sha256 !== hash.digest("hex") || !writer.hasWritten(end.rows)) throw backupError("damaged");
  return { organisation: header.organisation, chainId: header.chainId, rows: writer.rows };
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

  async add(line: string): Promise<void> {
    const { table, row } = decodeRow(this.#header, line);
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

  hasWritten(counts: Readonly<Record<string, number>>): boolean {
    const tables = new Set([...Object.keys(counts), ...Object.keys(this.#counts)]);
    return [...tables].every((table) => counts[table] === this.#counts[table]);
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
