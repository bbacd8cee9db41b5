// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import fc from "fast-check";
import { ChainError, type ChainReader, type Row, rpcChain } from "#sdk/history/index.ts";
import { Follower } from "#server/history/follower.ts";
import { checkTotals } from "#server/history/queries/programmes.ts";
import { SqlStore } from "#server/history/store/sqlStore.ts";
import { DonorSimulation } from "#test/sdk/history/support/donors.ts";
import { programme } from "#test/sdk/history/support/logs.ts";
import { Simulation, steps } from "#test/sdk/history/support/simulate.ts";
import { type DatabaseKind, databaseKinds, type TestDatabase } from "#test/server/support/databases.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";
import { type Content, contentOfSql } from "./support/content.ts";
import { Replay, simulatedDeployment } from "./support/replay.ts";

const deployment = simulatedDeployment();

interface Scene {
  readonly anvil: Anvil;
  readonly replay: Replay;
  readonly database: TestDatabase;
  /** Open the index, catch up, and close it again, as one run of the server would. */
  catchUp(options?: { chain?: ChainReader; rollbackBlocks?: number }): Promise<Content>;
}

async function openScene(t: TestContext, kind: DatabaseKind): Promise<Scene> {
  const anvil = await startAnvil();
  t.after(() => anvil.stop());
  const database = await kind.create();
  t.after(() => database.remove());
  const replay = await Replay.begin(anvil);
  return {
    anvil,
    replay,
    database,
    catchUp: ({ chain = rpcChain(anvil.url), rollbackBlocks = 64 } = {}) =>
      withStore(database, async (store) => {
        // What moved meanwhile is read at the next look, so look twice.
        const follower = new Follower({ chain, store, deployment, rollbackBlocks });
        await follower.catchUp();
        await follower.catchUp();
        return contentOfSql(store);
      }),
  };
}

async function withStore<T>(database: TestDatabase, use: (store: SqlStore) => Promise<T>): Promise<T> {
  const store = await SqlStore.open(database.address, "simulated");
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** A long and busy history, the same in every run. */
function busySimulation(): Simulation {
  const [chosen = []] = fc.sample(steps, { numRuns: 40, seed: 7 }).toSorted((a, b) => b.length - a.length);
  return new DonorSimulation().run(chosen);
}

function balancesOf(content: Content): Row<"programmes"> {
  const [entry] = content.programmes ?? [];
  assert.ok(entry);
  return entry[1] as unknown as Row<"programmes">;
}

function assertMoney(content: Content, simulation: Simulation): void {
  const { free, reserved, owed, fees, settled, instructed, receipts } = balancesOf(content);
  const { free: f, reserved: r, owed: o, fees: e, paid, instructed: i } = simulation;
  assert.deepEqual([free, reserved, owed, fees, settled, instructed], [f, r, o, e, paid, i]);
  assert.equal(receipts, simulation.receipts.length);
}

for (const kind of databaseKinds) {
  describe(`following a chain into ${kind.name}`, { skip: kind.skip }, () => {
    it("indexes a busy history to the unit; deleted and rebuilt it is the same", async (t) => {
      const { replay, database, catchUp } = await openScene(t, kind);
      const simulation = busySimulation();
      await replay.emit(simulation.writer.logs);
      const first = await catchUp();
      assertMoney(first, simulation);
      assert.deepEqual(await withStore(database, (store) => store.read((db) => checkTotals(db, programme))), {
        ok: true,
        problems: [],
      });

      await database.wipe();
      assert.deepEqual(await catchUp(), first);
    });

    it("is the same when it was killed again and again in the middle", async (t) => {
      const { anvil, replay, database, catchUp } = await openScene(t, kind);
      await replay.emit(busySimulation().writer.logs);
      const undisturbed = await catchUp();
      await database.wipe();

      const plain = rpcChain(anvil.url);
      let kills = 0;
      // Each life sees two blocks more, and ends by an error at whichever request comes next.
      for (let life = 1; life < 100; life++) {
        let requests = 0;
        const dying: ChainReader = {
          ...plain,
          head: async () => Math.min(await plain.head(), 2 * life),
          logs: (filter) =>
            ++requests % 2 === 0 ? Promise.reject(new ChainError("gone", false)) : plain.logs(filter),
        };
        kills += await catchUp({ chain: dying }).then(
          () => 0,
          () => 1,
        );
        if (2 * life > (await plain.head())) break;
      }
      assert.ok(kills > 0, "some lives end early");
      assert.deepEqual(await catchUp(), undisturbed);
    });

    it("goes back over a reorganisation exactly, also one that comes while it reads", async (t) => {
      const { anvil, replay, database, catchUp } = await openScene(t, kind);
      const simulation = busySimulation();
      await replay.emit(simulation.writer.logs);
      const before = await catchUp();

      await anvil.rpc("anvil_reorg", 7, []);
      const after = await catchUp();
      assert.notDeepEqual(after, before);
      await database.wipe();
      assert.deepEqual(await catchUp(), after);

      const plain = rpcChain(anvil.url);
      let asked = 0;
      const moving: ChainReader = {
        ...plain,
        logs: async (filter) => {
          const logs = await plain.logs(filter);
          if (++asked === 1) await anvil.rpc("anvil_reorg", 4, []);
          return logs;
        },
      };
      await replay.mine(1);
      const moved = await catchUp({ chain: moving });
      await database.wipe();
      assert.deepEqual(await catchUp(), moved);
    });

    it("starts anew on a reorganisation deeper than it keeps images for", async (t) => {
      const { anvil, replay, database, catchUp } = await openScene(t, kind);
      await replay.emit(busySimulation().writer.logs);
      await catchUp({ rollbackBlocks: 3 });
      await anvil.rpc("anvil_reorg", 9, []);
      const after = await catchUp({ rollbackBlocks: 3 });
      await database.wipe();
      assert.deepEqual(await catchUp(), after);
    });

    it("starts anew on another chain under the same address, shorter or longer", async (t) => {
      const { replay, database, catchUp } = await openScene(t, kind);
      await replay.emit(busySimulation().writer.logs);
      await catchUp();
      const other = await startAnvil();
      t.after(() => other.stop());
      const fresh = await Replay.begin(other);
      const simulation = new Simulation();
      await fresh.emit(simulation.writer.logs);
      const chain = rpcChain(other.url);
      const content = await catchUp({ chain });
      assertMoney(content, simulation);
      await fresh.mine(200);
      assertMoney(await catchUp({ chain }), simulation);
      await database.wipe();
      assert.deepEqual(await catchUp({ chain }), content);
    });
  });
}

describe("following a chain", () => {
  it("reads smaller ranges when the node finds them too much", async (t) => {
    const [sqlite] = databaseKinds;
    assert.ok(sqlite);
    const { anvil, replay, database, catchUp } = await openScene(t, sqlite);
    await replay.emit(busySimulation().writer.logs);
    const whole = await catchUp();
    await database.wipe();
    const plain = rpcChain(anvil.url);
    const strict: ChainReader = {
      ...plain,
      logs: async (filter) => {
        if (filter.to - filter.from >= 3) throw new ChainError("more than 3 blocks", true);
        return plain.logs(filter);
      },
    };
    assert.deepEqual(await catchUp({ chain: strict }), whole);
    await database.wipe();
    // A node that sends large answers: the reader itself stops reading and asks for less.
    assert.deepEqual(await catchUp({ chain: rpcChain(anvil.url, { largestAnswer: 12_000 }) }), whole);
  });

  it("goes on from the saved chain after the node was restarted", async (t) => {
    const [sqlite] = databaseKinds;
    assert.ok(sqlite);
    const folder = await mkdtemp(join(tmpdir(), "annona-chain-"));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const state = join(folder, "state.json");
    const database = await sqlite.create();
    t.after(() => database.remove());
    const simulation = busySimulation();

    const anvil = await startAnvil({ state });
    await (await Replay.begin(anvil)).emit(simulation.writer.logs);
    const index = (chain: ChainReader): Promise<Content> =>
      withStore(database, async (store) => {
        await new Follower({ chain, store, deployment }).catchUp();
        return contentOfSql(store);
      });
    const first = await index(rpcChain(anvil.url));
    await anvil.stop();

    const again = await startAnvil({ state });
    t.after(() => again.stop());
    assert.deepEqual(await index(rpcChain(again.url)), first);
    await database.wipe();
    assert.deepEqual(await index(rpcChain(again.url)), first);
  });
});
