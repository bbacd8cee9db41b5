// SPDX-License-Identifier: Apache-2.0

import { Kysely, type Transaction } from "kysely";
import { Migrator } from "kysely/migration";
import { type DatabaseAddress, nodeSqliteDialect, postgresDialect } from "#server/shared/dialects.ts";
import { officeError } from "../errors.ts";
import { type ColumnTypes, migrations, type OfficeDatabase, POSTGRES_TYPES, SQLITE_TYPES } from "./schema.ts";

export type OfficeDb = Kysely<OfficeDatabase>;
export type OfficeTransaction = Transaction<OfficeDatabase>;

export const POSTGRES_SCHEMA = "annona_office";
const CONNECTIONS = 4;
const MIGRATIONS = "migrations";
const MIGRATION_LOCK = "migrationsLock";

/** The office in SQL. What is in it is nowhere else: it is never made anew, and a commit is on the disk before it is answered. */
export class OfficeStore {
  readonly db: OfficeDb;
  /** Whether the database is a PostgreSQL. */
  readonly isServer: boolean;

  private constructor(db: OfficeDb, isServer: boolean) {
    this.db = db;
    this.isServer = isServer;
  }

  /**
   * Open the office's data, or begin it.
   * @param identity What it is of (chain, consortium, organisation). Data of something else is refused.
   * @throws OfficeError OFFICE-811 for tables of somebody else, OFFICE-812 for another office's data, OFFICE-813 for data of a newer
   * version.
   */
  static async open(address: DatabaseAddress, identity: string): Promise<OfficeStore> {
    const isServer = "postgresUrl" in address;
    const dialect = isServer
      ? postgresDialect(address.postgresUrl, { schema: POSTGRES_SCHEMA, connections: CONNECTIONS })
      : nodeSqliteDialect(address.sqliteFile, { readOnly: false, isDurable: true });
    const store = new OfficeStore(new Kysely<OfficeDatabase>({ dialect }), isServer);
    try {
      await store.#prepare(isServer ? POSTGRES_TYPES : SQLITE_TYPES, identity);
    } catch (error) {
      await store.close();
      throw error;
    }
    return store;
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }

  /** Do several things as one. */
  async transaction<T>(work: (db: OfficeTransaction) => Promise<T>): Promise<T> {
    return await this.db.transaction().execute(work);
  }

  async #prepare(types: ColumnTypes, identity: string): Promise<void> {
    await this.#requireOwn();
    const migrator = new Migrator({
      db: this.db,
      provider: { getMigrations: async () => migrations(types) },
      migrationTableName: MIGRATIONS,
      migrationLockTableName: MIGRATION_LOCK,
      ...(this.isServer ? { migrationTableSchema: POSTGRES_SCHEMA } : {}),
    });
    await this.#requireKnown(new Set(Object.keys(migrations(types))));
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    await this.#requireIdentity(identity);
  }

  /** @throws OfficeError OFFICE-811 when there are tables, and none of them is ours. */
  async #requireOwn(): Promise<void> {
    const names = await this.#tables();
    if (names.length > 0 && !names.includes(MIGRATIONS)) throw officeError("foreignDatabase");
  }

  /** @throws OfficeError OFFICE-813 when a step was made that this version does not know. */
  async #requireKnown(known: ReadonlySet<string>): Promise<void> {
    if (!(await this.#tables()).includes(MIGRATIONS)) return;
    const made = this.db.selectFrom(MIGRATIONS as "meta").select("name");
    const names = (await made.execute()).map(({ name }) => name);
    if (names.some((name) => !known.has(name))) throw officeError("newerDatabase");
  }

  async #requireIdentity(identity: string): Promise<void> {
    await this.db
      .insertInto("meta")
      .values({ name: "identity", value: identity })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = this.db.selectFrom("meta").select("value").where("name", "=", "identity");
    if ((await row.executeTakeFirstOrThrow()).value !== identity) throw officeError("otherOffice");
  }

  async #tables(): Promise<string[]> {
    const tables = await this.db.introspection.getTables({ withInternalKyselyTables: true });
    return tables
      .filter(({ schema }) => schema === undefined || schema === POSTGRES_SCHEMA)
      .map(({ name }) => name);
  }
}
