// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { Kysely } from "kysely";
import { type DatabaseAddress, nodeSqliteDialect, postgresDialect } from "#server/shared/dialects.ts";
import { POSTGRES_SCHEMA } from "../store/officeStore.ts";
import type { OfficeDatabase } from "../store/schema.ts";
import { backupError } from "./errors.ts";

/**
 * What a database is of, for one who was not told. Looking does not make a database where none is.
 * @throws OfficeError OFFICE-706 when it is no office's.
 */
export async function identityIn(address: DatabaseAddress): Promise<string> {
  if ("sqliteFile" in address && !existsSync(address.sqliteFile)) throw backupError("noOffice");
  const dialect =
    "sqliteFile" in address
      ? nodeSqliteDialect(address.sqliteFile, { readOnly: true, isDurable: false })
      : postgresDialect(address.postgresUrl, { schema: POSTGRES_SCHEMA, connections: 1 });
  const db = new Kysely<OfficeDatabase>({ dialect });
  try {
    const row = await db
      .selectFrom("meta")
      .select("value")
      .where("name", "=", "identity")
      .executeTakeFirst()
      .catch((error: unknown) => Promise.reject(backupError("noOffice", error)));
    if (row === undefined) throw backupError("noOffice");
    return row.value;
  } finally {
    await db.destroy();
  }
}
