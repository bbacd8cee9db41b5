// SPDX-License-Identifier: Apache-2.0

import type { Selectable, Updateable } from "kysely";
import type { z } from "zod/mini";
import type { DraftChange, draftSchema, NewDraft } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import type { OfficeDb, OfficeStore } from "./officeStore.ts";
import type { OfficeDatabase } from "./schema.ts";
import { newId, requireVersion, written } from "./versions.ts";

type DraftRow = Selectable<OfficeDatabase["drafts"]>;
export type DraftView = z.input<typeof draftSchema>;
export type DraftPart = "rows" | "sealed";

/** Who changes something, and when. */
export interface Hand {
  readonly address: string;
  /** Unix seconds. */
  readonly now: number;
}

export async function createDraft(db: OfficeDb, draft: NewDraft, { address, now }: Hand): Promise<DraftView> {
  const row: DraftRow = {
    id: newId(),
    programme: draft.programme,
    title: draft.title,
    state: "draft",
    stateBefore: null,
    cycle: null,
    plan: JSON.stringify(draft.plan ?? null),
    households: 0,
    total: "0",
    hasRows: 0,
    hasSealed: 0,
    requestId: null,
    version: 1,
    createdBy: address,
    createdAt: now,
    updatedAt: now,
  };
  await db.insertInto("drafts").values(row).execute();
  return viewOf(row);
}

/** Newest change first. */
export async function listDrafts(db: OfficeDb, programme: string | undefined): Promise<DraftView[]> {
  const all = db.selectFrom("drafts").selectAll().orderBy("updatedAt", "desc").orderBy("id");
  const wanted = programme === undefined ? all : all.where("programme", "=", programme);
  return (await wanted.execute()).map(viewOf);
}

/** @throws OfficeError OFFICE-401. */
export async function readDraft(db: OfficeDb, id: string): Promise<DraftView> {
  return viewOf(await rowOf(db, id));
}

/** @throws OfficeError OFFICE-301, OFFICE-302, OFFICE-401. */
export async function changeDraft(
  db: OfficeDb,
  id: string,
  version: number,
  { title, plan, state, cycle }: DraftChange,
  now: number,
): Promise<DraftView> {
  requireOpen(await seen(db, id, version));
  return await update(db, id, version, now, {
    ...(title === undefined ? {} : { title }),
    ...(plan === undefined ? {} : { plan: JSON.stringify(plan) }),
    ...(state === undefined ? {} : { state }),
    ...(cycle === undefined ? {} : { cycle }),
  });
}

/** Put a draft aside. @throws OfficeError OFFICE-301, OFFICE-302, OFFICE-401. */
export async function discardDraft(
  db: OfficeDb,
  id: string,
  version: number,
  now: number,
): Promise<DraftView> {
  const row = await seen(db, id, version);
  requireOpen(row);
  return await update(db, id, version, now, { state: "discarded", stateBefore: row.state });
}

/** Bring a discarded draft back as it was. @throws OfficeError OFFICE-301, OFFICE-303, OFFICE-401. */
export async function restoreDraft(
  db: OfficeDb,
  id: string,
  version: number,
  now: number,
): Promise<DraftView> {
  const row = await seen(db, id, version);
  if (row.state !== "discarded") throw officeError("notDiscarded");
  return await update(db, id, version, now, { state: row.stateBefore ?? "draft", stateBefore: null });
}

export interface NewPart {
  readonly part: DraftPart;
  readonly content: Uint8Array;
  /** What the rows amount to; the sealed part counts nothing. */
  readonly counts?: { readonly households: number; readonly total: bigint };
}

/** Store rows or sealed bytes in place of what was there. @throws OfficeError OFFICE-301, OFFICE-302, OFFICE-401. */
export async function writePart(
  store: OfficeStore,
  id: string,
  version: number,
  { part, content, counts }: NewPart,
  now: number,
): Promise<DraftView> {
  return await store.transaction(async (db) => {
    requireOpen(await seen(db, id, version));
    const has = part === "rows" ? { hasRows: 1 } : { hasSealed: 1 };
    const sums = counts && { households: counts.households, total: String(counts.total) };
    const view = await update(db, id, version, now, { ...has, ...sums });
    await db
      .insertInto("draftParts")
      .values({ draft: id, part, content })
      .onConflict((conflict) => conflict.columns(["draft", "part"]).doUpdateSet({ content }))
      .execute();
    return view;
  });
}

/** @throws OfficeError OFFICE-401, OFFICE-411. */
export async function readPart(
  db: OfficeDb,
  id: string,
  part: DraftPart,
): Promise<{ readonly content: Uint8Array; readonly version: number }> {
  const { version } = await rowOf(db, id);
  const found = db
    .selectFrom("draftParts")
    .select("content")
    .where("draft", "=", id)
    .where("part", "=", part);
  const row = await found.executeTakeFirst();
  if (row === undefined) throw officeError("noPart");
  return { content: row.content, version };
}

/** Where a request to the custodian stands, as its draft shows it. Leaves alone what a preparer has changed meanwhile. */
export async function followRequest(
  db: OfficeDb,
  { id, request, now }: { readonly id: string; readonly request: string; readonly now: number },
  from: string,
  to: string,
): Promise<void> {
  await db
    .updateTable("drafts")
    .set((built) => ({ state: to, version: built("version", "+", 1), updatedAt: now }))
    .where("id", "=", id)
    .where("requestId", "=", request)
    .where("state", "=", from)
    .execute();
}

/** The draft waits for a new request from now on. @throws OfficeError OFFICE-302, OFFICE-401. */
export async function beginWaiting(
  db: OfficeDb,
  id: string,
  request: string,
  now: number,
): Promise<DraftView> {
  const row = await rowOf(db, id);
  requireOpen(row);
  return await update(db, id, row.version, now, { state: "waiting", requestId: request });
}

async function rowOf(db: OfficeDb, id: string): Promise<DraftRow> {
  const row = await db.selectFrom("drafts").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw officeError("noDraft");
  return row;
}

/** The draft, as the caller has seen it. */
async function seen(db: OfficeDb, id: string, version: number): Promise<DraftRow> {
  const row = await rowOf(db, id);
  requireVersion(row, version);
  return row;
}

function requireOpen({ state }: DraftRow): void {
  if (state === "prepared" || state === "discarded") throw officeError("draftIsOver", { state });
}

async function update(
  db: OfficeDb,
  id: string,
  version: number,
  now: number,
  change: Updateable<OfficeDatabase["drafts"]>,
): Promise<DraftView> {
  const changed = db
    .updateTable("drafts")
    .set({ ...change, version: version + 1, updatedAt: now })
    .where("id", "=", id)
    .where("version", "=", version)
    .returningAll();
  return viewOf(written(await changed.executeTakeFirst()));
}

function viewOf(row: DraftRow): DraftView {
  const { stateBefore: _, state, plan, hasRows, hasSealed, ...rest } = row;
  return {
    ...rest,
    state: state as DraftView["state"],
    plan: JSON.parse(plan) as DraftView["plan"],
    hasRows: hasRows === 1,
    hasSealed: hasSealed === 1,
  };
}
