// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import type { DatabaseAddress } from "#server/shared/dialects.ts";
import type { FileStore } from "./fileStore.ts";
import { FolderStore } from "./folderStore.ts";
import type { FilePlace } from "./readFilePlace.ts";
import { S3Store } from "./s3Store.ts";

export { type FileStore, keyOf } from "./fileStore.ts";
export { FolderStore } from "./folderStore.ts";
export { type FilePlace, parseFilePlace } from "./readFilePlace.ts";
export { type S3Place, S3Store } from "./s3Store.ts";

/** Beside a database that is a file; else where the office's other things are. */
export function usualFilePlace(database: DatabaseAddress): FilePlace {
  const folder = "sqliteFile" in database ? `${database.sqliteFile}-files` : join(".annona", "office-files");
  return { folder };
}

export function openFileStore(place: FilePlace): FileStore {
  return "s3" in place ? new S3Store(place.s3) : new FolderStore(place.folder);
}
