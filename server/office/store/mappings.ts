// SPDX-License-Identifier: Apache-2.0

import type { Selectable } from "kysely";
import type { z } from "zod/mini";
import type { mappingSchema, NewMapping } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import type { Hand } from "./drafts.ts";
import type { OfficeDb } from "./officeStore.ts";
import type { OfficeDatabase } from "./schema.ts";
import { requireVersion, written } from "./versions.ts";

type MappingRow = Selectable<OfficeDatabase["mappings"]>;
export type MappingView = z.input<typeof mappingSchema>;

/** By name. */
export async function listMappings(db: OfficeDb): Promise<MappingView[]> {
  return (await db.selectFrom("mappings").selectAll().orderBy("name").execute()).map(viewOf);
}

/** @throws OfficeError OFFICE-404. */
export async function readMapping(db: OfficeDb, name: string): Promise<MappingView> {
  const row = await findRow(db, name);
  if (row === undefined) throw officeError("noMapping");
  return viewOf(row);
}

/** @param version Of the mapping that is replaced; 0 for a new name. @throws OfficeError OFFICE-301. */
export async function writeMapping(
  db: OfficeDb,
  name: string,
  version: number,
  { header, options }: NewMapping,
  { address, now }: Hand,
): Promise<MappingView> {
  requireVersion(await findRow(db, name), version);
  const content = {
    header,
    options: JSON.stringify(options),
    version: version + 1,
    updatedBy: address,
    updatedAt: now,
  };
  const saved = db
    .insertInto("mappings")
    .values({ name, ...content })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet(content).where("mappings.version", "=", version),
    )
    .returningAll();
  return viewOf(written(await saved.executeTakeFirst()));
}

/** @throws OfficeError OFFICE-301, OFFICE-404. */
export async function deleteMapping(db: OfficeDb, name: string, version: number): Promise<void> {
  requireVersion(await readMapping(db, name), version);
  const gone = db
    .deleteFrom("mappings")
    .where("name", "=", name)
    .where("version", "=", version)
    .returning("name");
  written(await gone.executeTakeFirst());
}

async function findRow(db: OfficeDb, name: string): Promise<MappingRow | undefined> {
  return await db.selectFrom("mappings").selectAll().where("name", "=", name).executeTakeFirst();
}

function viewOf(row: MappingRow): MappingView {
  return { ...row, options: JSON.parse(row.options) as MappingView["options"] };
}
