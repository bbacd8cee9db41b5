// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import type { DatabaseAddress } from "#server/shared/dialects.ts";
import type { FileStore } from "./fileStore.ts";
import { FolderStore } from "./folderStore.ts";

export { type FileStore, keyOf } from "./fileStore.ts";
export { FolderStore } from "./folderStore.ts";

/** Where an office keeps the files of its agreements. */
export type FilePlace = { readonly folder: string };

/** Beside a database that is a file; else where the office's other things are. */
export function usualFilePlace(database: DatabaseAddress): FilePlace {
  const folder = "sqliteFile" in database ? `${database.sqliteFile}-files` : join(".annona", "office-files");
  return { folder };
}

export function openFileStore({ folder }: FilePlace): FileStore {
  return new FolderStore(folder);
}
