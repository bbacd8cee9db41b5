// SPDX-License-Identifier: Apache-2.0
// Runs as a process of its own for each database, so that the memory it tells is that of one server.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { historyApi } from "#server/history/api/api.ts";
import { Follower } from "#server/history/follower.ts";
import { identityOf } from "#server/history/server.ts";
import { SqlStore } from "#server/history/store/sqlStore.ts";
import type { DatabaseAddress } from "#server/shared/dialects.ts";
import {
  type ChainSize,
  DEPLOYMENT,
  FUND,
  PROGRAMME,
  referenceOf,
  SyntheticChain,
} from "./syntheticChain.ts";

export type IndexFigures = Readonly<Record<string, number>>;

const TIMES_ASKED = 5;
const MEGABYTE = 1024 * 1024;

/** Index a synthetic chain into a database of its own, and ask what the public pages ask. */
async function measure(size: ChainSize, postgresUrl: string | undefined): Promise<IndexFigures> {
  const folder = await mkdtemp(join(tmpdir(), "annona-bench-"));
  const address: DatabaseAddress =
    postgresUrl === undefined ? { sqliteFile: join(folder, "index.sqlite") } : { postgresUrl };
  const store = await SqlStore.open(address, identityOf(DEPLOYMENT));
  try {
    await store.clear();
    const follower = new Follower({ chain: new SyntheticChain(size), store, deployment: DEPLOYMENT });
    const idleMemoryMb = Math.ceil(process.memoryUsage().rss / MEGABYTE);
    const cpu = process.cpuUsage();
    const start = performance.now();
    await follower.catchUp();
    const seconds = (performance.now() - start) / 1_000;
    const { user, system } = process.cpuUsage(cpu);
    const answers = await measureAnswers(store, follower, size);
    return {
      seconds: rounded(seconds),
      // Of this process; tells more than the clock where the machine is busy with other things.
      cpuSeconds: rounded((user + system) / 1_000_000),
      perSecond: Math.floor(size.redemptions / seconds),
      ...answers,
      idleMemoryMb,
      memoryMb: Math.ceil((process.resourceUsage().maxRSS * 1_024) / MEGABYTE),
    };
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The slowest of several times that each address is asked, in milliseconds. */
async function measureAnswers(
  store: SqlStore,
  follower: Follower,
  { redemptions, households, contributions }: ChainSize,
): Promise<Record<string, number>> {
  const api = historyApi({ store, follower, deployment: DEPLOYMENT });
  const one = `/programmes/${PROGRAMME}`;
  const asked: Readonly<Record<string, string>> = {
    overviewMs: "/overview",
    followMs: `/follow/${FUND}/${referenceOf(1)}`,
    followMiddleMs: `/follow/${FUND}/${referenceOf(Math.ceil(contributions / 2))}`,
    timelineMs: "/timeline?limit=500",
    timelineOfStateMs: "/timeline?limit=500&state=redeemed",
    breakdownMs: "/breakdown",
    fundMs: `/funds/${FUND}`,
    programmesMs: "/programmes",
    programmeMs: one,
    checkMs: `${one}/check`,
    cyclesMs: `${one}/cycles?limit=500`,
    shopsMs: `${one}/shops?limit=500`,
    receiptsMs: `${one}/receipts?limit=500`,
    receiptsDeepMs: `${one}/receipts?limit=500&cursor=${Math.floor(redemptions / 2)}`,
    receiptsOfAccountMs: `${one}/receipts?account=${Math.floor(households / 2)}`,
    receiptsOfShopMs: `${one}/receipts?shop=7&limit=500`,
  };
  const figures: Record<string, number> = {};
  for (const [name, path] of Object.entries(asked)) {
    let slowest = 0;
    for (let time = 0; time < TIMES_ASKED; time++) {
      const start = performance.now();
      const answer = await api.request(path);
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
      slowest = Math.max(slowest, performance.now() - start);
    }
    figures[name] = rounded(slowest);
  }
  const status = (await (await api.request(`${one}/receipts?limit=1`)).json()) as { items: unknown[] };
  if (status.items.length !== 1) throw new Error("The index has no receipts.");
  return figures;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

process.once("message", (message: { size: ChainSize; postgresUrl?: string }) => {
  measure(message.size, message.postgresUrl).then(
    (figures) => process.send?.({ figures }, () => process.disconnect()),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
});
