// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { copyFile, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { readCommittedList } from "#scripts/cli/actions/commitList.ts";
import { redeem } from "#scripts/cli/actions/redeem.ts";
import { caughtUp, endInOrder, historyFile, serveHistory } from "./support/historyProcess.ts";
import { ending } from "./support/office.ts";
import {
  chainDay,
  holdBlocks,
  killHard,
  type Month,
  mineForChild,
  mineUntil,
  monthList,
  releaseBlocks,
  revive,
  type Scene,
  salesOf,
  sceneAt,
  stateFile,
  TERMINALS,
  undisturbedMonth,
} from "./support/stages.ts";
import { chainTotals, totalsOf, totalsOfIndex } from "./support/totals.ts";

/** Room for two openings or one load in a block; beside a load of 8 chunks not even the smallest fits. */
const ONE_LOAD = 15_000_000;
/** Room for one batch of 500 receipts in a block. */
const ONE_BATCH = 8_000_000;
const CHUNKS = 18;

describe("a month with bad days comes to the same totals as an undisturbed one", () => {
  let month: Month;

  before(async () => {
    month = await undisturbedMonth(monthList());
    assert.ok(month.receipts > 1_100, "too few receipts");
    assert.deepEqual(month.totals.history.check, { ok: true, problems: [] });
    assert.equal(month.totals.history.receipts, month.receipts);
  });
  after(() => month?.stop());

  async function assertSameTotals(scene: Scene): Promise<void> {
    const { suite, programme, chain, folder } = scene;
    const totals = await totalsOf(suite, programme, chain.url, join(folder, "history.sqlite"));
    assert.deepEqual(totals, month.totals);
  }

  async function chunksOpened({ suite }: Scene): Promise<number> {
    return bitsIn(await suite.accounts.pushedChunks(1, 0));
  }

  async function chunksLoaded({ programme }: Scene): Promise<number> {
    return bitsIn(await programme.contract.loadedChunks(1, 0));
  }

  async function receiptsCounted({ programme }: Scene): Promise<number> {
    const views = await Promise.all(TERMINALS.map(({ address }) => programme.contract.terminalOf(address)));
    return views.reduce((sum, { nextNumber }) => sum + Math.max(0, Number(nextNumber) - 1), 0);
  }

  const load = ({ start }: Scene) => start("cycle", "load", "--list", month.committedFolder);
  const sell = ({ start }: Scene) => start("redeem", month.receiptsFile);

  test("the relayer is killed in the middle of opening, and what it had handed over still gets through", async (t) => {
    const scene = await sceneAt(t, month, "founded");
    const open = () => scene.start("accounts", "open", month.listFile, "--id", "nationalId");
    await holdBlocks(scene, ONE_LOAD);
    const first = open();
    await mineUntil(scene, async () => (await chunksOpened(scene)) >= 5);
    await killHard(first);
    assert.ok((await chunksOpened(scene)) < CHUNKS, "the relayer was killed after its end");

    assert.equal(await mineForChild(scene, open()), 0);
    assert.equal(await chunksOpened(scene), CHUNKS);
    await releaseBlocks(scene);
    const folder = join(scene.folder, "cycle-1");
    const columns = ["--id", "nationalId", "--value", "30000", "--times", "totalHHSize"];
    await scene.run("list", "commit", month.listFile, ...columns, "--out", folder);
    // The households got the accounts that they have in the undisturbed month: its list and its terms hold here, too.
    const committed = await readCommittedList(folder);
    assert.deepEqual(committed.facts, (await readCommittedList(month.committedFolder)).facts);
    await finishMonth(scene, folder);
    await assertSameTotals(scene);
  });

  test("the relayer is killed in the middle of loading, and what it had handed over is lost", async (t) => {
    const scene = await sceneAt(t, month, "approved");
    await holdBlocks(scene, ONE_LOAD);
    const first = load(scene);
    await mineUntil(scene, async () => (await chunksLoaded(scene)) > 0);
    await killHard(first);
    assert.ok((await chunksLoaded(scene)) < CHUNKS, "the relayer was killed after its end");
    await scene.suite.provider.send("anvil_dropAllTransactions", []);

    await releaseBlocks(scene);
    await scene.run("cycle", "load", "--list", month.committedFolder);
    await scene.run("redeem", month.receiptsFile);
    await assertSameTotals(scene);
  });

  test("the relayer is killed in the middle of redeeming", async (t) => {
    const scene = await sceneAt(t, month, "loaded");
    await holdBlocks(scene, ONE_BATCH);
    const first = sell(scene);
    await mineUntil(scene, async () => (await receiptsCounted(scene)) > 0);
    await killHard(first);
    assert.ok((await receiptsCounted(scene)) < month.receipts, "the relayer was killed after its end");

    assert.equal(await mineForChild(scene, sell(scene)), 0);
    await assertSameTotals(scene);
  });

  test("the chain is killed in the middle of loading and comes back with its last save; the relayer goes on by itself", async (t) => {
    const scene = await sceneAt(t, month, "approved", 1);
    await holdBlocks(scene, ONE_LOAD);
    const relayer = load(scene);
    const relayed = ending(relayer);
    await mineUntil(scene, async () => (await chunksLoaded(scene)) > 0);
    const saved = await savedState(scene);
    const before = await chunksLoaded(scene);
    // This block is newer than the save: it is lost.
    await mineUntil(scene, async () => (await chunksLoaded(scene)) > before);
    await scene.stop();
    assert.ok(relayer.exitCode === null && before < CHUNKS, "the chain was killed after the relayer's end");

    await copyFile(saved, stateFile(scene.folder));
    const port = Number(new URL(scene.chain.url).port);
    const back = await revive(month, scene.folder, port);
    t.after(() => back.stop());
    const { code, stderr } = await relayed;
    assert.equal(code, 0, stderr);
    await back.run("redeem", month.receiptsFile);
    await assertSameTotals(back);
  });

  test("the history server is killed in the middle, again and again", async (t) => {
    const scene = await sceneAt(t, month, "loaded");
    for (const milliseconds of [0, 40, 120]) {
      const server = await serveHistory(t, month, scene);
      await pause(milliseconds);
      await killHard(server.child);
    }
    await holdBlocks(scene, ONE_BATCH);
    const relayer = sell(scene);
    const following = await serveHistory(t, month, scene);
    await mineUntil(scene, async () => (await receiptsCounted(scene)) > 0);
    await caughtUp(scene, following.url);
    await killHard(following.child);
    assert.ok((await receiptsCounted(scene)) < month.receipts, "the server was killed after the end");
    assert.equal(await mineForChild(scene, relayer), 0);

    assert.deepEqual(await historyInTheEnd(t, month, scene), month.totals.history);
    assert.deepEqual(await chainTotals(scene.suite, scene.programme), month.totals.chain);
  });

  test("the chain takes its last blocks back in the middle of redeeming, and the relayer is run again", async (t) => {
    const scene = await sceneAt(t, month, "loaded");
    const server = await serveHistory(t, month, scene);
    await holdBlocks(scene, ONE_BATCH);
    const first = sell(scene);
    await mineUntil(scene, async () => (await receiptsCounted(scene)) >= 1_000);
    // Now, while a batch is still without a block: with all in blocks it would come to its end before the history has caught up.
    await killHard(first);
    await scene.suite.provider.send("evm_mine", []);
    await scene.suite.provider.send("evm_mine", []);
    await caughtUp(scene, server.url);
    const counted = await receiptsCounted(scene);
    await scene.suite.provider.send("anvil_reorg", [3, []]);
    assert.ok((await receiptsCounted(scene)) < counted, "the reorganisation took nothing back");

    assert.equal(await mineForChild(scene, sell(scene)), 0);
    await caughtUp(scene, server.url);
    await endInOrder(server.child);
    assert.deepEqual(await historyInTheEnd(t, month, scene), month.totals.history);
    await assertSameTotals(scene);
  });
});

/** Prepare, approve and load a list that the undisturbed month has, too, and sell what it sold. */
async function finishMonth(scene: Scene, folder: string): Promise<void> {
  const { suite, programme, people } = scene;
  const today = await chainDay(suite);
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const dates = ["--opens", iso(today), "--expires", iso(today + 29), "--grace", iso(today + 43)];
  await scene.run("cycle", "prepare", "--list", folder, ...dates);
  await scene.run("cycle", "approve", "--list", folder);
  await scene.run("cycle", "load", "--list", folder);
  await redeem(suite, programme, {
    receipts: salesOf(await readCommittedList(folder), programme, today),
    terminals: new Map(TERMINALS.map((terminal) => [terminal.address, terminal])),
    relayer: people.relayer,
    relay: { pollInterval: 20 },
  });
}

/** Wait until the chain has saved itself as it is now. @returns a copy of what it saved. */
async function savedState({ folder }: Scene): Promise<string> {
  const file = stateFile(folder);
  const copy = join(folder, "saved.json");
  const since = Date.now();
  for (let tries = 0; tries < 1_200; tries++) {
    await pause(50);
    if ((await stat(file)).mtimeMs <= since) continue;
    await copyFile(file, copy);
    if (isWholeJson(await readFile(copy, "utf8"))) return copy;
  }
  throw new Error("the chain does not save itself");
}

function isWholeJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** What the index says when a server has caught up and has been stopped in order. */
async function historyInTheEnd(t: TestContext, month: Month, scene: Scene): Promise<unknown> {
  const server = await serveHistory(t, month, scene);
  await caughtUp(scene, server.url);
  await endInOrder(server.child);
  return await totalsOfIndex(scene.suite, historyFile(scene));
}

function bitsIn(word: bigint): number {
  return word.toString(2).replaceAll("0", "").length;
}
