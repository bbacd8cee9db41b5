// SPDX-License-Identifier: Apache-2.0

import type { MemoryStore } from "./memoryStore.ts";
import type { Row, TableName } from "./rows.ts";

/** Reads all rows of a table whose columns have these values: from memory or from SQL. In no particular order. */
export type ReadRows = <T extends TableName>(
  table: T,
  where?: Readonly<Record<string, string | number>>,
) => Promise<readonly Row<T>[]>;

/** The rows of a history in memory: what the browser reads of a chain by itself. */
export function rowsOf(store: Pick<MemoryStore, "rows">): ReadRows {
  return async (table, where = {}) => {
    const conditions = Object.entries(where);
    return store
      .rows(table)
      .filter((row) =>
        conditions.every(([column, value]) => (row as Readonly<Record<string, unknown>>)[column] === value),
      );
  };
}
