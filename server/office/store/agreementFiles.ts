// SPDX-License-Identifier: Apache-2.0

import type { z } from "zod/mini";
import type { agreementFileSchema } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import type { Hand } from "./drafts.ts";
import type { OfficeDb } from "./officeStore.ts";

/** What one agreement may have at most: nobody fills the office's disk. */
export const MOST_FILES = 1_000;
export const MOST_MEGABYTES = 2_000;
const MEGABYTE = 1_000_000;

export type AgreementFileView = z.input<typeof agreementFileSchema>;

export interface NewFile {
  /** Checksummed. */
  readonly agreement: string;
  readonly hash: string;
  readonly name: string;
  readonly size: number;
}

/** Oldest first. */
export async function listFiles(db: OfficeDb, agreement: string): Promise<AgreementFileView[]> {
  return await db
    .selectFrom("agreementFiles")
    .select(["hash", "name", "size", "createdBy", "createdAt"])
    .where("agreement", "=", agreement)
    .orderBy("createdAt")
    .orderBy("hash")
    .execute();
}

export async function hasFile(db: OfficeDb, agreement: string, hash: string): Promise<boolean> {
  const found = db.selectFrom("agreementFiles").select("hash");
  const row = await found.where("agreement", "=", agreement).where("hash", "=", hash).executeTakeFirst();
  return row !== undefined;
}

/** @throws OfficeError OFFICE-310 when the agreement has as much as it may have. */
export async function requireRoom(db: OfficeDb, agreement: string, size: number): Promise<void> {
  const { files, bytes } = await db
    .selectFrom("agreementFiles")
    .select(({ fn }) => [
      fn.countAll<number | string>().as("files"),
      fn.sum<number | string | null>("size").as("bytes"),
    ])
    .where("agreement", "=", agreement)
    .executeTakeFirstOrThrow();
  const isFull = Number(files) >= MOST_FILES || Number(bytes ?? 0) + size > MOST_MEGABYTES * MEGABYTE;
  if (isFull) throw officeError("tooManyFiles", { files: MOST_FILES, megabytes: MOST_MEGABYTES });
}

/** Note a file that is in the storage. The same again changes nothing, also not its name. */
export async function noteFile(db: OfficeDb, file: NewFile, { address, now }: Hand): Promise<void> {
  await db
    .insertInto("agreementFiles")
    .values({ ...file, createdBy: address, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
