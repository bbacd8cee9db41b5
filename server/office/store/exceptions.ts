// SPDX-License-Identifier: Apache-2.0

import type { Selectable } from "kysely";
import type { z } from "zod/mini";
import type { ExceptionChange, ExceptionState, exceptionSchema, NewException } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import type { Hand } from "./drafts.ts";
import type { OfficeDb, OfficeStore } from "./officeStore.ts";
import type { OfficeDatabase } from "./schema.ts";
import { newId, requireVersion, written } from "./versions.ts";

type ExceptionRow = Selectable<OfficeDatabase["exceptions"]>;
export type ExceptionView = z.input<typeof exceptionSchema>;

export interface ExceptionFilter {
  readonly programme?: string | undefined;
  readonly state?: ExceptionState | undefined;
}

/** Newest first. */
export async function listExceptions(
  db: OfficeDb,
  { programme, state }: ExceptionFilter,
): Promise<ExceptionView[]> {
  let wanted = db.selectFrom("exceptions").selectAll().orderBy("createdAt", "desc").orderBy("id");
  if (programme !== undefined) wanted = wanted.where("programme", "=", programme);
  if (state !== undefined) wanted = wanted.where("state", "=", state);
  return (await wanted.execute()).map(viewOf);
}

/** Write an exception down; one about the same thing that is still open is answered instead. Addresses are checksummed. */
export async function createException(
  store: OfficeStore,
  exception: NewException,
  { address, now }: Hand,
): Promise<ExceptionView> {
  const { programme, cycle, shop, terminal, number, account, kind, reason } = exception;
  const subject = JSON.stringify([programme, cycle, shop, terminal, number, account, kind, reason]);
  const row: ExceptionRow = {
    ...exception,
    id: newId(),
    subject,
    state: "open",
    version: 1,
    createdBy: address,
    createdAt: now,
    updatedAt: now,
  };
  return await store.transaction(async (db) => {
    const open = db
      .selectFrom("exceptions")
      .selectAll()
      .where("subject", "=", subject)
      .where("state", "=", "open");
    const known = await open.executeTakeFirst();
    if (known !== undefined) return viewOf(known);
    await db.insertInto("exceptions").values(row).execute();
    return viewOf(row);
  });
}

/** @throws OfficeError OFFICE-301, OFFICE-405. */
export async function changeException(
  db: OfficeDb,
  id: string,
  version: number,
  { state, note }: ExceptionChange,
  now: number,
): Promise<ExceptionView> {
  const row = await db.selectFrom("exceptions").select("version").where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw officeError("noException");
  requireVersion(row, version);
  const changed = db
    .updateTable("exceptions")
    .set({
      ...(state === undefined ? {} : { state }),
      ...(note === undefined ? {} : { note }),
      version: version + 1,
      updatedAt: now,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .returningAll();
  return viewOf(written(await changed.executeTakeFirst()));
}

function viewOf({ subject: _, ...row }: ExceptionRow): ExceptionView {
  return { ...row, state: row.state as ExceptionState };
}
