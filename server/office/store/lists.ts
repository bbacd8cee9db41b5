// SPDX-License-Identifier: Apache-2.0

import type { z } from "zod/mini";
import { type CommitmentFacts, commitmentFactsJson } from "#sdk/agency/index.ts";
import type { listSchema } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import type { Hand } from "./drafts.ts";
import type { OfficeDb } from "./officeStore.ts";

export type ListView = z.input<typeof listSchema>;

export interface ListToStore {
  readonly facts: CommitmentFacts;
  readonly list: string;
  readonly sheet: string;
}

const COLUMNS = ["facts", "createdBy", "createdAt"] as const;

/** Keep a list that was verified. The same one again changes nothing; another one of the cycle takes its place. */
export async function storeList(db: OfficeDb, list: ListToStore, { address, now }: Hand): Promise<ListView> {
  const { programme, cycle } = list.facts;
  const facts = JSON.stringify(commitmentFactsJson(list.facts));
  const known = await findList(db, programme, cycle);
  if (known !== undefined && JSON.stringify(known.facts) === facts) return known;
  const content = {
    facts,
    list: new TextEncoder().encode(list.list),
    sheet: new TextEncoder().encode(list.sheet),
    createdBy: address,
    createdAt: now,
  };
  await db
    .insertInto("lists")
    .values({ programme, cycle, ...content })
    .onConflict((conflict) => conflict.columns(["programme", "cycle"]).doUpdateSet(content))
    .execute();
  return viewOf(content);
}

/** @throws OfficeError OFFICE-402. */
export async function readList(db: OfficeDb, programme: string, cycle: number): Promise<ListView> {
  const view = await findList(db, programme, cycle);
  if (view === undefined) throw officeError("noList");
  return view;
}

/** The list itself, or its control sheet, as text in UTF-8. @throws OfficeError OFFICE-402. */
export async function readListPart(
  db: OfficeDb,
  programme: string,
  cycle: number,
  part: "list" | "sheet",
): Promise<Uint8Array> {
  const found = db
    .selectFrom("lists")
    .select(part)
    .where("programme", "=", programme)
    .where("cycle", "=", cycle);
  const content = (await found.executeTakeFirst())?.[part];
  if (content === undefined) throw officeError("noList");
  return content;
}

/** The nameless list as text; undefined when the office does not have it. @param programme Checksummed. */
export async function findListText(
  db: OfficeDb,
  programme: string,
  cycle: number,
): Promise<string | undefined> {
  const found = db
    .selectFrom("lists")
    .select("list")
    .where("programme", "=", programme)
    .where("cycle", "=", cycle);
  const row = await found.executeTakeFirst();
  return row && new TextDecoder().decode(row.list);
}

async function findList(db: OfficeDb, programme: string, cycle: number): Promise<ListView | undefined> {
  const found = db
    .selectFrom("lists")
    .select(COLUMNS)
    .where("programme", "=", programme)
    .where("cycle", "=", cycle);
  const row = await found.executeTakeFirst();
  return row && viewOf(row);
}

function viewOf(row: {
  readonly facts: string;
  readonly createdBy: string;
  readonly createdAt: number;
}): ListView {
  return {
    facts: JSON.parse(row.facts) as ListView["facts"],
    createdBy: row.createdBy,
    createdAt: row.createdAt,
  };
}
