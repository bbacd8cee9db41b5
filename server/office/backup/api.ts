// SPDX-License-Identifier: Apache-2.0

import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Hono } from "hono";
import type { OfficeEnv, OfficeParts } from "../api/parts.ts";
import { officers } from "../api/rights.ts";
import { writeBackup } from "./writeBackup.ts";

/** GET /backup for Administrators: everything that the office keeps, as one file. */
export function backupApi({
  store,
  files,
  log,
}: Pick<OfficeParts, "store" | "files" | "log">): Hono<OfficeEnv> {
  const api = new Hono<OfficeEnv>();
  api.get("/backup", officers("Administrator"), async (c) => {
    // Into a file first: a slow line must not hold the database up.
    const folder = await mkdtemp(join(tmpdir(), "annona-backup-"));
    const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
    try {
      const { organisation, filesMissing } = await writeBackup({ store, files }, join(folder, "backup"));
      if (filesMissing > 0) log(`backup without ${filesMissing} files that the storage has lost`);
      const stream = createReadStream(join(folder, "backup")).once("close", () => void remove());
      const day = new Date().toISOString().slice(0, 10);
      c.header("Content-Type", "application/octet-stream");
      c.header("Content-Disposition", `attachment; filename="annona-office-${organisation}-${day}.backup"`);
      return c.body(Readable.toWeb(stream) as ReadableStream<Uint8Array>);
    } catch (error) {
      await remove();
      throw error;
    }
  });
  return api;
}
