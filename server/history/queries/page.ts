// SPDX-License-Identifier: Apache-2.0

import type { Kysely } from "kysely";
import type { Row, TableName } from "#sdk/history/index.ts";
import type { Schema } from "../store/schema.ts";
import { type SelectOptions, selectRows } from "./select.ts";

export interface PageRequest {
  readonly limit: number;
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | number | undefined;
}

export interface Items<T> {
  readonly items: readonly T[];
  /** What to ask for to get the items after these; null at the end. */
  readonly nextCursor: string | null;
}

/** One page of a table. Cursors are values of the ordering column, so that rows which come meanwhile shift nothing. */
export async function pageOf<T extends TableName>(
  db: Kysely<Schema>,
  table: T,
  { limit, cursor }: PageRequest,
  options: Required<Pick<SelectOptions<T>, "by">> & SelectOptions<T>,
): Promise<{ rows: Row<T>[]; nextCursor: string | null }> {
  const after = cursor === undefined ? {} : { after: cursor };
  const found = await selectRows(db, table, { ...options, ...after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { rows, nextCursor: hasMore ? String(last[options.by]) : null };
}
