// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { officeError } from "../errors.ts";
import type { FileStore } from "./fileStore.ts";

/** Parts of a key; anything else could lead out of the folder. */
const KEY = /^[a-z]+(?:\/[0-9a-f]+)+$/;
/** Only the server's own user reads and lists what is there. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;

/** Files in a folder of the office's own machine. What was answered as kept is on the disk. */
export class FolderStore implements FileStore {
  readonly #folder: string;

  /** @param folder Made when the first file comes. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    const place = this.#placeOf(key);
    const draft = `${place}.${randomUUID()}.part`;
    await onDisk(async () => {
      await mkdir(dirname(place), { recursive: true, mode: OWN_FOLDER });
      try {
        const file = await open(draft, "wx", OWN_FILE);
        try {
          await file.writeFile(content);
          await file.sync();
        } finally {
          await file.close();
        }
        // Whole or not at all: a server that is cut off leaves no half a file under the key.
        await rename(draft, place);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    });
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const place = this.#placeOf(key);
    return await onDisk(async () => {
      try {
        return await readFile(place);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    });
  }

  #placeOf(key: string): string {
    if (!KEY.test(key)) throw new Error("the key of a file has another form");
    return join(this.#folder, ...key.split("/"));
  }
}

/** @throws OfficeError OFFICE-503: a full disk, a folder that may not be read. The cause holds paths: it is never shown or logged. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw officeError("noStorage", {}, { cause, retryAfter: 60 });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
