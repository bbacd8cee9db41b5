// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { rpcChain } from "#sdk/history/index.ts";
import { Follower } from "#server/history/follower.ts";
import { identityOf } from "#server/history/server.ts";
import { writeSnapshot } from "#server/history/snapshot/writeSnapshot.ts";
import { SqlStore } from "#server/history/store/sqlStore.ts";
import { onChain } from "../command.ts";
import { pathOf } from "../settings.ts";
import { readExportProfile } from "./export.ts";

const NOTES = `
The chain is read into an index of its own, which is thrown away afterwards; no history server is needed.
A history server writes the same every night with --snapshot-dir.`;

export function snapshotCommand(snapshot: Command): void {
  snapshot
    .requiredOption("--out <folder>", "what the web server hands out; replaced")
    .option("--profile <file>", "what exported files say and the ledger does not know, as JSON")
    .addHelpText("after", NOTES);
  onChain(snapshot, async ({ suite, settings }, _, { out, profile }) => {
    const folder = await mkdtemp(join(tmpdir(), "annona-snapshot-"));
    const { deployment } = suite;
    const store = await SqlStore.open({ sqliteFile: join(folder, "index.sqlite") }, identityOf(deployment));
    try {
      const follower = new Follower({ chain: rpcChain(settings.rpc), store, deployment });
      await follower.catchUp();
      const target = pathOf(String(out));
      const { files, refused } = await writeSnapshot({
        store,
        follower,
        deployment,
        out: target,
        profile: await readExportProfile(profile),
      });
      return {
        data: { folder: target, files, refused },
        lines: [`${files} files in ${target}.`, ...refused.map((path) => `Refused: ${path}`)],
      };
    } finally {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
}
