// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  decodeLogs,
  type HistoryEvent,
  type HistoryStore,
  MemoryStore,
  reduceEvents,
} from "#sdk/history/index.ts";
import { SqlStore } from "#server/history/store/sqlStore.ts";
import { DonorSimulation } from "#test/sdk/history/support/donors.ts";
import { knownBook } from "#test/sdk/history/support/logs.ts";
import { steps } from "#test/sdk/history/support/simulate.ts";
import { databaseKinds } from "#test/server/support/databases.ts";
import { contentOfMemory, contentOfSql } from "./support/content.ts";

const KEPT_BLOCKS = 12;

async function apply(store: HistoryStore, events: readonly HistoryEvent[]): Promise<void> {
  const reduction = await reduceEvents(events, await store.position(), (keys) => store.load(keys));
  const blocks = [...new Map(events.map(({ place }) => [place.block, place])).values()];
  const checkpoints = blocks.map(({ block, timestamp }) => ({ block, hash: `0x${block}`, timestamp }));
  await store.commit({ reduction, checkpoints, undoFrom: (blocks.at(-1)?.block ?? 0) - KEPT_BLOCKS + 1 });
}

/** Events in ranges of whole blocks. */
function ranges(events: readonly HistoryEvent[], sizes: readonly number[]): HistoryEvent[][] {
  const byBlock = [...Map.groupBy(events, ({ place }) => place.block).values()];
  const all: HistoryEvent[][] = [];
  for (let start = 0; start < byBlock.length; ) {
    const size = 1 + (sizes[all.length % sizes.length] ?? 0);
    all.push(byBlock.slice(start, start + size).flat());
    start += size;
  }
  return all;
}

for (const kind of databaseKinds) {
  describe(`the index in ${kind.name}`, { skip: kind.skip }, () => {
    it("holds what the plain model holds, through batches, roll-backs and restarts", async (t) => {
      const sizes = fc.array(fc.nat(9), { minLength: 1, maxLength: 10 });
      const database = await kind.create();
      t.after(() => database.remove());
      await fc.assert(
        fc.asyncProperty(
          steps,
          sizes,
          fc.array(fc.nat(100), { minLength: 1 }),
          async (all, batchSizes, turns) => {
            const events = decodeLogs(new DonorSimulation().run(all).writer.logs, knownBook());
            const model = new MemoryStore();
            let store = await SqlStore.open(database.address, "a chain");
            await store.clear();
            for (const [index, range] of ranges(events, batchSizes).entries()) {
              await apply(model, range);
              await apply(store, range);
              const turn = turns[index % turns.length] ?? 0;
              if (turn % 3 === 0) {
                const checkpoints = await store.checkpoints();
                assert.deepEqual(checkpoints, await model.checkpoints());
                const target = checkpoints[turn % checkpoints.length];
                assert.ok(target);
                await model.rollBack(target);
                await store.rollBack(target);
                assert.deepEqual(await contentOfSql(store), contentOfMemory(model));
                const again = events.filter(
                  ({ place }) =>
                    place.block > target.block && place.block <= (range.at(-1)?.place.block ?? 0),
                );
                await apply(model, again);
                await apply(store, again);
              }
              if (turn % 7 === 0) {
                await store.close();
                store = await SqlStore.open(database.address, "a chain");
              }
            }
            assert.deepEqual(await contentOfSql(store), contentOfMemory(model));
            assert.deepEqual(await store.reached(), await model.reached());
            await store.close();
          },
        ),
        { numRuns: 15 },
      );
    });

    it("leaves nothing of a batch that fails half-way", async (t) => {
      const database = await kind.create();
      const store = await SqlStore.open(database.address, "a chain");
      t.after(async () => {
        await store.close();
        await database.remove();
      });
      const events = decodeLogs(new DonorSimulation().writer.logs, knownBook());
      const reduction = await reduceEvents(events, await store.position(), (keys) => store.load(keys));
      const [first] = reduction.changes;
      assert.ok(first);
      const twice = { ...reduction, changes: [...reduction.changes, first] };
      await assert.rejects(store.commit({ reduction: twice, checkpoints: [], undoFrom: 0 }));
      assert.deepEqual(await contentOfSql(store), contentOfMemory(new MemoryStore()));
      await apply(store, events);
      assert.equal((await contentOfSql(store)).programmes?.length, 1);
    });

    it("starts anew when it is of another chain", async (t) => {
      const database = await kind.create();
      t.after(() => database.remove());
      const store = await SqlStore.open(database.address, "a chain");
      await apply(store, decodeLogs(new DonorSimulation().writer.logs, knownBook()));
      await store.close();

      const same = await SqlStore.open(database.address, "a chain");
      assert.ok(await same.reached());
      await same.close();

      const other = await SqlStore.open(database.address, "another chain");
      assert.equal(await other.reached(), null);
      assert.deepEqual(await contentOfSql(other), contentOfMemory(new MemoryStore()));
      await other.close();
    });
  });
}

describe("the index in a file", () => {
  it("refuses a database of somebody else and leaves it alone", async (t) => {
    const [sqlite] = databaseKinds;
    assert.ok(sqlite);
    const database = await sqlite.create();
    t.after(() => database.remove());
    assert.ok("sqliteFile" in database.address);
    const foreign = new DatabaseSync(database.address.sqliteFile);
    foreign.exec("create table accounts (name text); insert into accounts values ('kept')");
    await assert.rejects(SqlStore.open(database.address, "a chain"), { code: "HIST-811" });
    assert.equal(foreign.prepare("select name from accounts").get()?.name, "kept");
    foreign.close();
  });
});
