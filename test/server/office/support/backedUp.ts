// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { documentHash } from "#sdk/agency/index.ts";
import type { OfficeData } from "#server/office/backup/index.ts";
import { FolderStore, keyOf } from "#server/office/files/index.ts";
import { identityOf } from "#server/office/server.ts";
import { noteFile } from "#server/office/store/agreementFiles.ts";
import { OfficeStore } from "#server/office/store/officeStore.ts";
import { contracts } from "#test/sdk/history/support/logs.ts";
import type { DatabaseKind } from "#test/server/support/databases.ts";
import { fillOffice } from "./content.ts";

export const DEPLOYMENT = { chainId: 31_337, fromBlock: 1, contracts };
export const ORGANISATION = 3;
export const IDENTITY = identityOf(DEPLOYMENT, ORGANISATION);

/** An empty office, gone after the test. */
export async function openStore(t: TestContext, kind: DatabaseKind | undefined, identity = IDENTITY) {
  assert.ok(kind);
  const database = await kind.create();
  const store = await OfficeStore.open(database.address, identity);
  const folder = await mkdtemp(join(tmpdir(), "annona-backup-files-"));
  t.after(async () => {
    await store.close();
    await database.remove();
    await rm(folder, { recursive: true, force: true });
  });
  return { store, files: new FolderStore(folder), folder, address: database.address };
}

/** An office with rows in every table and some files. */
export async function filled(t: TestContext, kind: DatabaseKind | undefined) {
  const opened = await openStore(t, kind);
  await fillOffice(opened.store, 9);
  // Rows of every shape stand for files that the storage has lost; these are there.
  for (const content of CONTENTS) await putFile(opened, content);
  return opened;
}

export const AGREEMENT = "0xAbCdEF0123456789abcdef0123456789ABCDEF01";
/** Files that the storage has. */
export const CONTENTS = [
  new Uint8Array(),
  new Uint8Array([0, 10, 255]),
  new Uint8Array(randomBytes(100_000)),
];
/** Files that only the database knows. */
export const LOST = 9;

async function putFile({ store, files }: OfficeData, content: Uint8Array): Promise<void> {
  const hash = documentHash(content);
  await files.put(keyOf(AGREEMENT, hash), content);
  const file = { agreement: AGREEMENT, hash, name: "report.pdf", size: content.length };
  await noteFile(store.db, file, { address: "0x1", now: 1 });
}

/** What a storage has of {@link CONTENTS}. */
export async function contentsIn(files: FolderStore): Promise<(Uint8Array | undefined)[]> {
  const found = CONTENTS.map((content) => files.get(keyOf(AGREEMENT, documentHash(content))));
  return (await Promise.all(found)).map((content) => content && new Uint8Array(content));
}
