// SPDX-License-Identifier: Apache-2.0

import {
  type AnyRow,
  keyOf,
  keyText,
  type MemoryStore,
  type TableName,
  tableNames,
} from "#sdk/history/index.ts";
import { selectRows } from "#server/history/queries/select.ts";
import type { SqlStore } from "#server/history/store/sqlStore.ts";

/** All rows of an index by table and key, in one comparable form. */
export type Content = Readonly<Record<string, readonly (readonly [key: string, row: AnyRow])[]>>;

export async function contentOfSql(store: SqlStore): Promise<Content> {
  return store.read(async (db) => {
    const tables: [TableName, AnyRow[]][] = [];
    for (const name of tableNames) tables.push([name, (await selectRows(db, name)) as unknown as AnyRow[]]);
    return comparable(tables);
  });
}

export function contentOfMemory(store: MemoryStore): Content {
  return comparable(tableNames.map((name) => [name, store.rows(name) as unknown as AnyRow[]]));
}

function comparable(tables: readonly (readonly [TableName, readonly AnyRow[]])[]): Content {
  return Object.fromEntries(
    tables.map(([name, rows]) => [
      name,
      rows.map((row) => [keyText(keyOf(name, row)), row] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );
}
