// SPDX-License-Identifier: Apache-2.0

import { Kysely, sql, type Transaction } from "kysely";
import {
  type AnyRow,
  type BeforeImage,
  type Checkpoint,
  type Commit,
  columnsOf,
  decodeRow,
  encodeRow,
  HistoryError,
  type HistoryStore,
  type Position,
  type RowChange,
  type RowKey,
  START,
  type TableName,
  tableNames,
} from "#sdk/history/index.ts";
import { type DatabaseAddress, nodeSqliteDialect, postgresDialect } from "#server/shared/dialects.ts";
import { Bulk, type BulkColumn, type Dialect } from "./bulk.ts";
import { postgresBulk, sqliteBulk } from "./bulkDialects.ts";
import { type ColumnTypes, createSchema, dropTables, type Schema, schemaVersion } from "./schema.ts";

interface Open {
  readonly writer: Kysely<Schema>;
  readonly reader: Kysely<Schema>;
  readonly bulk: Dialect;
  readonly columnTypes: ColumnTypes;
  readonly isServer: boolean;
}

const READERS = 4;
const POSTGRES_SCHEMA = "annona_history";

/** The history in SQL. Rows, cursor and before-images change in one transaction, so a crash leaves all or nothing of a batch. */
export class SqlStore implements HistoryStore {
  readonly #open: Open;

  private constructor(open: Open) {
    this.#open = open;
  }

  /**
   * Open the index, or make it.
   * @param identity What the index is of (chain and contracts). One of something else, or of another version, is made anew.
   */
  static async open(address: DatabaseAddress, identity: string): Promise<SqlStore> {
    const open = "sqliteFile" in address ? openFile(address.sqliteFile) : openServer(address.postgresUrl);
    const store = new SqlStore(open);
    await store.#prepare(`${schemaVersion()} ${identity}`);
    return store;
  }

  async close(): Promise<void> {
    await this.#open.reader.destroy();
    await this.#open.writer.destroy();
  }

  /** Run queries on one unchanging state of the index. */
  async read<T>(query: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    const transaction = this.#open.reader.transaction();
    // SQLite always isolates so, and has no words for it.
    return (this.#open.isServer ? transaction.setIsolationLevel("repeatable read") : transaction).execute(
      query,
    );
  }

  async position(): Promise<Position> {
    const text = await readMeta(this.#open.writer, "position");
    if (text === undefined) return START;
    const [block, logIndex] = text.split(" ").map(Number);
    return { block: block ?? START.block, logIndex: logIndex ?? START.logIndex };
  }

  async reached(): Promise<Checkpoint | null> {
    return readReached(this.#open.writer);
  }

  async checkpoints(): Promise<readonly Checkpoint[]> {
    const found = this.#open.writer.selectFrom("checkpoints").selectAll().orderBy("block", "desc");
    return (await found.execute()).map(({ block, hash, timestamp }) => ({ block, hash, timestamp }));
  }

  async load(keys: readonly RowKey[]): Promise<{ key: RowKey; row: AnyRow }[]> {
    const bulk = this.#bulk(this.#open.writer);
    const found: { key: RowKey; row: AnyRow }[] = [];
    for (const [table, ofTable] of Map.groupBy(keys, (key) => key.table)) {
      found.push(...(await bulk.read(table, ofTable)));
    }
    return found;
  }

  async commit({ reduction, checkpoints, undoFrom }: Commit): Promise<void> {
    await this.#open.writer.transaction().execute(async (db) => {
      const bulk = this.#bulk(db);
      await writeChanges(bulk, reduction.changes);
      await writeImages(
        bulk,
        reduction.images.filter(({ block }) => block >= undoFrom),
      );
      const kept = checkpoints.filter(({ block }) => block >= undoFrom - 1);
      await bulk.insert(
        "checkpoints",
        [integer("block"), text("hash"), integer("timestamp")],
        ["block"],
        kept.map(({ block, hash, timestamp }) => [block, hash, timestamp]),
        "replace",
      );
      await db.deleteFrom("undo").where("block", "<", undoFrom).execute();
      await db
        .deleteFrom("checkpoints")
        .where("block", "<", undoFrom - 1)
        .execute();
      await writePosition(bulk, reduction.position);
      const last = checkpoints.at(-1);
      if (last !== undefined) await writeReached(bulk, last);
    });
  }

  async rollBack(to: Checkpoint): Promise<void> {
    await this.#open.writer.transaction().execute(async (db) => {
      const bulk = this.#bulk(db);
      for (const table of tableNames) await db.deleteFrom(table).where("born", ">", to.block).execute();
      await restoreImages(db, bulk, to.block);
      await db.deleteFrom("undo").where("block", ">", to.block).execute();
      await db.deleteFrom("checkpoints").where("block", ">", to.block).execute();
      await writePosition(bulk, { block: to.block, logIndex: Number.MAX_SAFE_INTEGER });
      await writeReached(bulk, to);
    });
  }

  async clear(): Promise<void> {
    await this.#open.writer.transaction().execute(async (db) => {
      for (const table of tableNames) await db.deleteFrom(table).execute();
      await db.deleteFrom("undo").execute();
      await db.deleteFrom("checkpoints").execute();
      await db.deleteFrom("meta").where("name", "in", ["position", "reached"]).execute();
    });
  }

  #bulk(db: Kysely<Schema>): Bulk {
    return new Bulk(db, this.#open.bulk);
  }

  async #prepare(identity: string): Promise<void> {
    await this.#open.writer.transaction().execute(async (db) => {
      if (this.#open.isServer) await db.schema.createSchema(POSTGRES_SCHEMA).ifNotExists().execute();
      const names = await tablesIn(db);
      if (names.length > 0 && !names.includes("meta")) throw foreignDatabase();
      const known = names.length > 0 ? await readMeta(db, "identity") : undefined;
      if (known === identity) return;
      await dropTables(db, names);
      await createSchema(db, this.#open.columnTypes);
      await writeMeta(this.#bulk(db), "identity", identity);
    });
  }
}

function text(name: string): BulkColumn {
  return { name, type: "text" };
}

function integer(name: string): BulkColumn {
  return { name, type: "integer" };
}

async function tablesIn(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables();
  return tables
    .filter(({ schema }) => schema === undefined || schema === POSTGRES_SCHEMA)
    .map(({ name }) => name);
}

function foreignDatabase(): HistoryError {
  return new HistoryError({
    code: "HIST-811",
    summary: "The database holds tables that are not an index of Annona.",
    next: "Name a database or file of its own for the history server.",
  });
}

function openFile(file: string): Open {
  // What a crash of the machine loses is read from the chain again.
  const dialect = (readOnly: boolean) => nodeSqliteDialect(file, { readOnly, isDurable: false });
  const writer = new Kysely<Schema>({ dialect: dialect(false) });
  const reader = new Kysely<Schema>({ dialect: dialect(true) });
  return {
    writer,
    reader,
    bulk: sqliteBulk,
    columnTypes: { integer: "integer", text: "text" },
    isServer: false,
  };
}

function openServer(url: string): Open {
  const dialect = (connections: number) => postgresDialect(url, { schema: POSTGRES_SCHEMA, connections });
  const writer = new Kysely<Schema>({ dialect: dialect(1) });
  const reader = new Kysely<Schema>({ dialect: dialect(READERS) });
  return {
    writer,
    reader,
    bulk: postgresBulk,
    columnTypes: { integer: "bigint", text: sql`text collate "C"` },
    isServer: true,
  };
}

/** The block up to which the state that `db` sees is complete. */
export async function readReached(db: Kysely<Schema>): Promise<Checkpoint | null> {
  const text = await readMeta(db, "reached");
  return text === undefined ? null : (JSON.parse(text) as Checkpoint);
}

async function readMeta(db: Kysely<Schema>, name: string): Promise<string | undefined> {
  const row = await db.selectFrom("meta").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value;
}

async function writeMeta(bulk: Bulk, name: string, value: string): Promise<void> {
  await bulk.insert("meta", [text("name"), text("value")], ["name"], [[name, value]], "replace");
}

async function writePosition(bulk: Bulk, { block, logIndex }: Position): Promise<void> {
  await writeMeta(bulk, "position", `${block} ${logIndex}`);
}

async function writeReached(bulk: Bulk, { block, hash, timestamp }: Checkpoint): Promise<void> {
  await writeMeta(bulk, "reached", JSON.stringify({ block, hash, timestamp }));
}

async function writeChanges(bulk: Bulk, changes: readonly RowChange[]): Promise<void> {
  for (const [table, ofTable] of Map.groupBy(changes, (change) => change.table)) {
    const isNew = Map.groupBy(ofTable, (change) => change.before === null);
    await bulk.write(table, rowsAfter(isNew.get(true)), "fail");
    await bulk.write(table, rowsAfter(isNew.get(false)), "replace");
  }
}

function rowsAfter(changes: readonly RowChange[] = []): AnyRow[] {
  return changes.map(({ after }) => after);
}

async function writeImages(bulk: Bulk, images: readonly BeforeImage[]): Promise<void> {
  const rows = images.map(({ block, table, key, row }) => [
    block,
    table,
    key,
    JSON.stringify(encodeRow(table, row)),
  ]);
  // The first image of a row in a block is how it was before the block.
  await bulk.insert(
    "undo",
    [integer("block"), text("tableName"), text("key"), text("row")],
    ["block", "tableName", "key"],
    rows,
    "keep",
  );
}

async function restoreImages(db: Transaction<Schema>, bulk: Bulk, block: number): Promise<void> {
  const images = await db
    .selectFrom("undo")
    .selectAll()
    .where("block", ">", block)
    .orderBy("block", "desc")
    .execute();
  // Backwards, so that the oldest image of a row is the one that stays.
  const rows = new Map<string, { table: TableName; row: AnyRow }>();
  for (const image of images) {
    const table = image.tableName as TableName;
    const row = decodeImage(table, image.row);
    if (row.born <= block) rows.set(`${table}|${image.key}`, { table, row });
  }
  for (const [table, ofTable] of Map.groupBy(rows.values(), ({ table }) => table)) {
    await bulk.write(
      table,
      ofTable.map(({ row }) => row),
      "replace",
    );
  }
}

function decodeImage(table: TableName, json: string): AnyRow {
  const values = JSON.parse(json) as (string | number | null)[];
  const stored = Object.fromEntries(columnsOf(table).map(([column], i) => [column, values[i] ?? null]));
  return decodeRow(table, stored) as unknown as AnyRow;
}
