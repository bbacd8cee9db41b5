// SPDX-License-Identifier: Apache-2.0

import type { Selectable } from "kysely";
import type { z } from "zod/mini";
import { type Hex, toHex } from "#sdk/merkle/index.ts";
import type { RequestChange, RequestState, requestSchema } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import { beginWaiting, followRequest, type Hand } from "./drafts.ts";
import type { OfficeDb, OfficeStore } from "./officeStore.ts";
import type { OfficeDatabase } from "./schema.ts";
import { newId, requireVersion, written } from "./versions.ts";

type RequestRow = Selectable<OfficeDatabase["requests"]>;
export type RequestView = z.input<typeof requestSchema>;

/** What a request may become. */
const NEXT: Readonly<Record<RequestState, readonly RequestState[]>> = {
  open: ["announced", "done", "declined"],
  announced: ["announced", "open", "done", "declined"],
  done: [],
  declined: ["open"],
};

/** The state in which a draft waits for its request, and the ones in which the request leaves it. */
const DRAFT_STATES: Readonly<Record<RequestState, string>> = {
  open: "waiting",
  announced: "waiting",
  done: "ready",
  declined: "draft",
};

const COMMITMENT_BYTES = 32;

export interface RequestToMake {
  /** Null when a custodian begins by themselves. */
  readonly draft: string | null;
  readonly programme: string;
  readonly title: string;
  /** 32 bytes each. */
  readonly commitments: Uint8Array;
}

/** Make a request; its draft waits. An earlier request of the draft that is still open is declined. @throws OfficeError OFFICE-302, OFFICE-401. */
export async function createRequest(
  store: OfficeStore,
  request: RequestToMake,
  { address, now }: Hand,
): Promise<RequestView> {
  const { draft, programme, title, commitments } = request;
  const row: RequestRow = {
    id: newId(),
    draft,
    programme,
    title,
    count: commitments.length / COMMITMENT_BYTES,
    state: "open",
    openingId: null,
    version: 1,
    createdBy: address,
    createdAt: now,
    updatedAt: now,
  };
  return await store.transaction(async (db) => {
    if (draft !== null) {
      await declineOpen(db, draft, now);
      const { title, programme } = await beginWaiting(db, draft, row.id, now);
      Object.assign(row, { title, programme });
    }
    await db.insertInto("requests").values(row).execute();
    await db.insertInto("requestCommitments").values({ request: row.id, commitments }).execute();
    return viewOf(row);
  });
}

/** Newest first. */
export async function listRequests(db: OfficeDb, state: RequestState | undefined): Promise<RequestView[]> {
  const all = db.selectFrom("requests").selectAll().orderBy("createdAt", "desc").orderBy("id");
  const wanted = state === undefined ? all : all.where("state", "=", state);
  return (await wanted.execute()).map(viewOf);
}

/** @throws OfficeError OFFICE-403. */
export async function readRequest(db: OfficeDb, id: string): Promise<RequestView> {
  return viewOf(await rowOf(db, id));
}

/** In the order of the account numbers to come. @throws OfficeError OFFICE-403. */
export async function readCommitments(db: OfficeDb, id: string): Promise<Hex[]> {
  const commitments = await findCommitments(db, id);
  if (commitments === undefined) throw officeError("noRequest");
  return commitments;
}

/** As {@link readCommitments}; undefined when there is no such request. */
export async function findCommitments(db: OfficeDb, id: string): Promise<Hex[] | undefined> {
  const found = db.selectFrom("requestCommitments").select("commitments").where("request", "=", id);
  const bytes = (await found.executeTakeFirst())?.commitments;
  if (bytes === undefined) return undefined;
  return Array.from({ length: bytes.length / COMMITMENT_BYTES }, (_, i) =>
    toHex(bytes.subarray(i * COMMITMENT_BYTES, (i + 1) * COMMITMENT_BYTES)),
  );
}

/** @throws OfficeError OFFICE-301, OFFICE-304, OFFICE-309, OFFICE-403. */
export async function changeRequest(
  store: OfficeStore,
  id: string,
  version: number,
  change: RequestChange,
  now: number,
): Promise<RequestView> {
  return await store.transaction(async (db) => {
    const row = await rowOf(db, id);
    requireVersion(row, version);
    return await move(db, row, change, now);
  });
}

/** All accounts of a request are open, as the ledger shows. A request that is over stays as it is. @throws OfficeError OFFICE-403. */
export async function requestDone(store: OfficeStore, id: string, now: number): Promise<void> {
  await store.transaction(async (db) => {
    const row = await rowOf(db, id);
    if (isOver(row)) return;
    await move(db, row, { state: "done" }, now);
  });
}

async function move(
  db: OfficeDb,
  row: RequestRow,
  { state, openingId }: RequestChange,
  now: number,
): Promise<RequestView> {
  const from = row.state as RequestState;
  if (!NEXT[from].includes(state)) throw officeError("requestIsOver", { state: from, next: state });
  const opening = state === "open" ? null : (openingId ?? row.openingId);
  if (state === "announced" && opening === null) throw officeError("noOpening");
  const changed = db
    .updateTable("requests")
    .set({ state, openingId: opening, version: row.version + 1, updatedAt: now })
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .returningAll();
  const view = viewOf(written(await changed.executeTakeFirst()));
  const [before, after] = [DRAFT_STATES[from], DRAFT_STATES[state]];
  if (row.draft !== null && before !== after) {
    await followRequest(db, { id: row.draft, request: row.id, now }, before, after);
  }
  return view;
}

async function declineOpen(db: OfficeDb, draft: string, now: number): Promise<void> {
  await db
    .updateTable("requests")
    .set((built) => ({ state: "declined", version: built("version", "+", 1), updatedAt: now }))
    .where("draft", "=", draft)
    .where("state", "in", ["open", "announced"])
    .execute();
}

async function rowOf(db: OfficeDb, id: string): Promise<RequestRow> {
  const row = await db.selectFrom("requests").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw officeError("noRequest");
  return row;
}

function isOver({ state }: RequestRow): boolean {
  return state === "done" || state === "declined";
}

function viewOf(row: RequestRow): RequestView {
  return { ...row, state: row.state as RequestState };
}
