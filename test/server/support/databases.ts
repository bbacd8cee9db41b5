// SPDX-License-Identifier: Apache-2.0

import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { DatabaseAddress } from "#server/shared/dialects.ts";

export interface TestDatabase {
  readonly address: DatabaseAddress;
  /** Lose everything, as if somebody had deleted it. The address stays good. */
  wipe(): Promise<void>;
  remove(): Promise<void>;
}

export interface DatabaseKind {
  readonly name: string;
  /** Reason why this kind cannot be tested here. */
  readonly skip: string | undefined;
  create(): Promise<TestDatabase>;
}

const postgresUrl = process.env.ANNONA_TEST_POSTGRES;

/** The databases that the servers run on, each empty and of its own. */
export const databaseKinds: readonly DatabaseKind[] = [
  { name: "SQLite", skip: undefined, create: createFile },
  {
    name: "PostgreSQL",
    skip: postgresUrl === undefined ? "ANNONA_TEST_POSTGRES names no server" : undefined,
    create: () => createDatabase(postgresUrl ?? ""),
  },
];

async function createFile(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "annona-database-"));
  const sqliteFile = join(folder, "annona.sqlite");
  const wipe = async (): Promise<void> => {
    for (const suffix of ["", "-wal", "-shm"]) await rm(`${sqliteFile}${suffix}`, { force: true });
  };
  return { address: { sqliteFile }, wipe, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function createDatabase(server: string): Promise<TestDatabase> {
  const name = `annona_${randomBytes(6).toString("hex")}`;
  const url = new URL(server);
  url.pathname = name;
  const drop = (): Promise<void> => run(server, `drop database if exists ${name} with (force)`);
  const create = (): Promise<void> => run(server, `create database ${name}`);
  await create();
  const wipe = async (): Promise<void> => {
    await drop();
    await create();
  };
  return { address: { postgresUrl: url.href }, wipe, remove: drop };
}

async function run(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
