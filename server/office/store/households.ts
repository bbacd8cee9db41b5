// SPDX-License-Identifier: Apache-2.0

import { officeError } from "../errors.ts";
import type { Hand } from "./drafts.ts";
import type { OfficeDb } from "./officeStore.ts";
import { requireVersion, written } from "./versions.ts";

/** All pages of the household map, ascending. */
export async function listPages(
  db: OfficeDb,
): Promise<{ readonly page: number; readonly version: number }[]> {
  return await db.selectFrom("householdPages").select(["page", "version"]).orderBy("page").execute();
}

/** @throws OfficeError OFFICE-409. */
export async function readPage(
  db: OfficeDb,
  page: number,
): Promise<{ readonly sealed: Uint8Array; readonly version: number }> {
  const found = db.selectFrom("householdPages").select(["sealed", "version"]).where("page", "=", page);
  const row = await found.executeTakeFirst();
  if (row === undefined) throw officeError("noPage");
  return row;
}

/** @param version Of the page that is replaced; 0 for a new one. @returns Its version now. @throws OfficeError OFFICE-301. */
export async function writePage(
  db: OfficeDb,
  { page, sealed, version }: { readonly page: number; readonly sealed: Uint8Array; readonly version: number },
  { address, now }: Hand,
): Promise<number> {
  const content = { sealed, version: version + 1, updatedBy: address, updatedAt: now };
  const inserted = db
    .insertInto("householdPages")
    .values({ page, ...content })
    .onConflict((conflict) => conflict.doNothing());
  const updated = db.updateTable("householdPages").set(content).where("page", "=", page);
  const write =
    version === 0
      ? inserted.returning("version")
      : updated.where("version", "=", version).returning("version");
  return written(await write.executeTakeFirst()).version;
}

const THE_ENVELOPE = "keys";

/** @throws OfficeError OFFICE-410. */
export async function readEnvelope(
  db: OfficeDb,
): Promise<{ readonly envelope: string; readonly version: number }> {
  const row = await db.selectFrom("envelopes").select(["envelope", "version"]).executeTakeFirst();
  if (row === undefined) throw officeError("noEnvelope");
  return row;
}

/** @param version Of the envelope that is replaced; 0 for the first. @returns Its version now. @throws OfficeError OFFICE-301. */
export async function writeEnvelope(
  db: OfficeDb,
  { envelope, version }: { readonly envelope: string; readonly version: number },
  { address, now }: Hand,
): Promise<number> {
  requireVersion(await db.selectFrom("envelopes").select("version").executeTakeFirst(), version);
  const content = { envelope, version: version + 1, updatedBy: address, updatedAt: now };
  const saved = db
    .insertInto("envelopes")
    .values({ name: THE_ENVELOPE, ...content })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet(content).where("envelopes.version", "=", version),
    )
    .returning("version");
  return written(await saved.executeTakeFirst()).version;
}
