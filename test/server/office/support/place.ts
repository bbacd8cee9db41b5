// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { databaseKinds } from "#test/server/support/databases.ts";
import { openAgency, type TestAgency } from "./agency.ts";
import { startServer, type TestServer } from "./server.ts";

/** An agency with two households and an office server on a database of its own. */
export interface OfficePlace {
  readonly agency: TestAgency;
  readonly server: TestServer;
  stop(): Promise<void>;
}

/** For tests to which the kind of the database makes no difference. */
export async function openPlace(): Promise<OfficePlace> {
  const [kind] = databaseKinds;
  assert.ok(kind);
  const agency = await openAgency(2);
  const database = await kind.create();
  const server = await startServer(agency, database.address);
  return {
    agency,
    server,
    async stop() {
      await server.stop();
      await agency.stop();
      await database.remove();
    },
  };
}
