// SPDX-License-Identifier: Apache-2.0

import { officeError } from "../errors.ts";
import type { Hand } from "./drafts.ts";
import type { OfficeDb } from "./officeStore.ts";

/** Keep a file under its keccak256. The same again changes nothing. */
export async function storeDocument(
  db: OfficeDb,
  { hash, content }: { readonly hash: string; readonly content: Uint8Array },
  { address, now }: Hand,
): Promise<void> {
  await db
    .insertInto("documents")
    .values({ hash, content, createdBy: address, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @throws OfficeError OFFICE-407. */
export async function readDocument(db: OfficeDb, hash: string): Promise<Uint8Array> {
  const row = await db.selectFrom("documents").select("content").where("hash", "=", hash).executeTakeFirst();
  if (row === undefined) throw officeError("noDocument");
  return row.content;
}
