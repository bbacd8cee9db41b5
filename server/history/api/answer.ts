// SPDX-License-Identifier: Apache-2.0

import type { Context } from "hono";
import type { Kysely } from "kysely";
import type { Checkpoint, IndexedTo } from "#sdk/history/index.ts";
import { type Schema, schemaVersion } from "../store/schema.ts";
import { readReached, type SqlStore } from "../store/sqlStore.ts";

const VERSION = schemaVersion().slice(2, 10);

/**
 * Answer with what a query finds, from one state of the index, tagged by the block that the index has reached. A caller who knows
 * the answer of that block gets 304, and nothing is queried.
 * @param respond Makes the body from what was found.
 */
export async function answer<T extends object>(
  context: Context,
  store: Pick<SqlStore, "read">,
  { query, respond, tag: tagExtra = "" }: Answering<T>,
): Promise<Response> {
  return store.read(async (db) => {
    const reached = await readReached(db);
    const tag = `"${VERSION}-${reached?.hash.slice(2, 34) ?? "empty"}${tagExtra}"`;
    context.header("ETag", tag);
    context.header("Cache-Control", "no-cache");
    if (isKnown(context.req.header("If-None-Match"), tag)) return context.body(null, 304);
    return respond(await query(db, reached), reached);
  });
}

export interface Answering<T> {
  readonly query: (db: Kysely<Schema>, reached: Checkpoint | null) => Promise<T>;
  readonly respond: (found: T, reached: Checkpoint | null) => Response;
  readonly tag?: string;
}

export function indexedTo(reached: Checkpoint | null): IndexedTo | null {
  return reached && { number: reached.block, hash: reached.hash, timestamp: reached.timestamp };
}

function isKnown(header: string | undefined, tag: string): boolean {
  const tags = header?.split(",").map((one) => one.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(tag);
}
