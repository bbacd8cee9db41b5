// SPDX-License-Identifier: Apache-2.0

import type { Selectable } from "kysely";
import type { z } from "zod/mini";
import type { AgreementDraftChange, agreementDraftSchema, NewAgreementDraft } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import type { Hand } from "./drafts.ts";
import type { OfficeDb } from "./officeStore.ts";
import type { OfficeDatabase } from "./schema.ts";
import { newId, requireVersion, written } from "./versions.ts";

type Row = Selectable<OfficeDatabase["agreementDrafts"]>;
export type AgreementDraftView = z.input<typeof agreementDraftSchema>;

export async function createAgreementDraft(
  db: OfficeDb,
  { title, content, agreement }: NewAgreementDraft,
  { address, now }: Hand,
): Promise<AgreementDraftView> {
  const row: Row = {
    id: newId(),
    title,
    state: "draft",
    agreement: agreement ?? null,
    content: JSON.stringify(content),
    version: 1,
    createdBy: address,
    createdAt: now,
    updatedAt: now,
  };
  await db.insertInto("agreementDrafts").values(row).execute();
  return viewOf(row);
}

/** Newest change first. */
export async function listAgreementDrafts(db: OfficeDb): Promise<AgreementDraftView[]> {
  const all = db.selectFrom("agreementDrafts").selectAll().orderBy("updatedAt", "desc").orderBy("id");
  return (await all.execute()).map(viewOf);
}

/** @throws OfficeError OFFICE-413. */
export async function readAgreementDraft(db: OfficeDb, id: string): Promise<AgreementDraftView> {
  return viewOf(await rowOf(db, id));
}

/** @throws OfficeError OFFICE-301, OFFICE-413. */
export async function changeAgreementDraft(
  db: OfficeDb,
  id: string,
  version: number,
  { content, ...change }: AgreementDraftChange,
  now: number,
): Promise<AgreementDraftView> {
  requireVersion(await rowOf(db, id), version);
  const changed = db
    .updateTable("agreementDrafts")
    .set({
      ...change,
      ...(content === undefined ? {} : { content: JSON.stringify(content) }),
      version: version + 1,
      updatedAt: now,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .returningAll();
  return viewOf(written(await changed.executeTakeFirst()));
}

async function rowOf(db: OfficeDb, id: string): Promise<Row> {
  const row = await db.selectFrom("agreementDrafts").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw officeError("noAgreementDraft");
  return row;
}

function viewOf({ content, ...row }: Row): AgreementDraftView {
  return { ...row, state: row.state as AgreementDraftView["state"], content: JSON.parse(content) };
}
