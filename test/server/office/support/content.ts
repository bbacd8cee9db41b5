// SPDX-License-Identifier: Apache-2.0

import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { OfficeStore } from "#server/office/store/officeStore.ts";
import { allTables } from "#server/office/store/schema.ts";
import type { TableDefinition } from "#server/office/store/table.ts";

type Value = string | number | Uint8Array | null;
type AnyDb = Kysely<Record<string, Record<string, Value>>>;

/** Put rows of every shape into every table but the one that says what the database is of. */
export async function fillOffice({ db }: OfficeStore, rowsEach: number): Promise<void> {
  for (const table of allTables) {
    if (table.name === "meta") continue;
    for (let i = 0; i < rowsEach; i++)
      await (db as unknown as AnyDb).insertInto(table.name).values(rowOf(table, i)).execute();
  }
}

/** All rows of all tables in one comparable form. */
export async function contentOf({ db }: OfficeStore): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {};
  for (const { name, columns } of allTables) {
    const rows = await (db as unknown as AnyDb).selectFrom(name).selectAll().execute();
    content[name] = rows
      .map((row) => JSON.stringify(Object.keys(columns).map((column) => comparable(row[column] ?? null))))
      .toSorted();
  }
  return content;
}

function rowOf({ columns, key, unique = [] }: TableDefinition, i: number): Record<string, Value> {
  const single = new Set([...key, ...unique.flat()]);
  return Object.fromEntries(
    Object.entries(columns).map(([column, declared]) => {
      if (declared.endsWith("?") && i % 2 === 0) return [column, null];
      if (declared.startsWith("integer")) return [column, single.has(column) ? i : 2 ** 40 + i];
      if (declared.startsWith("bytes")) return [column, randomBytes(i * 700)];
      // Files lie under names made of these two.
      if (column === "agreement" || column === "hash") return [column, `0x${i.toString(16)}`];
      return [column, single.has(column) ? `${column}-${i}` : `\u00e9\n"\u0645" ${i}`];
    }),
  );
}

function comparable(value: Value): Value {
  return value instanceof Uint8Array ? `bytes ${Buffer.from(value).toString("hex")}` : value;
}
