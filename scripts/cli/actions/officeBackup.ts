// SPDX-License-Identifier: Apache-2.0
import { readDeployment } from "#scripts/deploy/deploymentFiles.ts";
import {
  type BackupFacts,
  describeBackup,
  identityIn,
  restoreBackup,
  writeBackup,
} from "#server/office/backup/index.ts";
import { type FilePlace, openFileStore } from "#server/office/files/index.ts";
import { identityOf } from "#server/office/server.ts";
import { OfficeStore } from "#server/office/store/officeStore.ts";
import type { DatabaseAddress } from "#server/shared/dialects.ts";

/** Where an office's data is: its database, and its agreements' files. */
export interface OfficePlaces {
  readonly database: DatabaseAddress;
  readonly files: FilePlace;
}

/** Write an office's data into a file. @throws OfficeError OFFICE-503, OFFICE-706, OFFICE-707, OFFICE-813. */
export async function backUpOffice({ database, files }: OfficePlaces, file: string): Promise<BackupFacts> {
  const store = await OfficeStore.open(database, await identityIn(database));
  try {
    return await writeBackup({ store, files: openFileStore(files) }, file);
  } finally {
    await store.close();
  }
}

/** Where a backup goes, and whose it has to be. */
export interface RestoreInto extends OfficePlaces {
  /** Folder of the deployment files: they say which consortium of the chain is meant. */
  readonly deployments: string;
  readonly organisation: number;
}

/** Bring a backup into an empty database, and its files to where they are kept. @throws OfficeError OFFICE-503, OFFICE-701 to OFFICE-707, OFFICE-811 to OFFICE-813. */
export async function restoreOffice(into: RestoreInto, file: string): Promise<BackupFacts> {
  // Before the database is touched: a file that is no backup makes none.
  const { chainId } = await describeBackup(file);
  const deployment = await readDeployment(into.deployments, chainId);
  const identity = identityOf(deployment, into.organisation);
  const store = await OfficeStore.open(into.database, identity);
  try {
    return await restoreBackup({ store, files: openFileStore(into.files) }, identity, file);
  } finally {
    await store.close();
  }
}
