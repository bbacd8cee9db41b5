// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  checkProgramme,
  decodeLogs,
  type HistoryEvent,
  keyOf,
  keyText,
  MemoryStore,
  reduceEvents,
  tableNames,
} from "#sdk/history/index.ts";
import { DonorSimulation } from "./support/donors.ts";
import { knownBook } from "./support/logs.ts";
import { Simulation, steps } from "./support/simulate.ts";

const NO_UNDO = Number.MAX_SAFE_INTEGER;

/** All rows in one comparable form. */
function contentOf(store: MemoryStore): unknown {
  return tableNames.map((name) => [
    name,
    new Map(
      store
        .rows(name)
        .map((row) => [keyText(keyOf(name, row)), row] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  ]);
}

async function apply(store: MemoryStore, events: readonly HistoryEvent[], undoFrom = NO_UNDO): Promise<void> {
  const reduction = await reduceEvents(events, await store.position(), (keys) => store.load(keys));
  const last = events.at(-1)?.place;
  const checkpoints = last ? [{ block: last.block, hash: `0x${last.block}`, timestamp: last.timestamp }] : [];
  await store.commit({ reduction, checkpoints, undoFrom });
}

function eventsOf(simulation: Simulation): HistoryEvent[] {
  return decodeLogs(simulation.writer.logs, knownBook());
}

function stateOf(store: MemoryStore) {
  const [programme] = store.rows("programmes");
  assert.ok(programme);
  const { cycles, shops, ledgers, settlements } = {
    cycles: store.rows("cycles"),
    shops: store.rows("shops"),
    ledgers: store.rows("ledgers"),
    settlements: store.rows("settlements"),
  };
  return { programme, cycles, shops, ledgers, settlements };
}

describe("the history reducer", () => {
  it("keeps the same balances as the contract's own books, and its totals tie", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const simulation = new Simulation().run(all);
        const store = new MemoryStore();
        await apply(store, eventsOf(simulation));
        const state = stateOf(store);
        const { free, reserved, owed, fees, settled, instructed, funded, returned } = state.programme;
        assert.deepEqual(
          { free, reserved, owed, fees, settled, instructed, funded, returned },
          {
            free: simulation.free,
            reserved: simulation.reserved,
            owed: simulation.owed,
            fees: simulation.fees,
            settled: simulation.paid,
            instructed: simulation.instructed,
            funded: simulation.funded,
            returned: simulation.returned,
          },
        );
        assert.deepEqual(checkProgramme(state), []);
        assert.equal(store.rows("accounts").length, simulation.accountsOpened);
        assert.equal(store.rows("receipts").length, simulation.receipts.length);
      }),
      { numRuns: 100 },
    );
  });

  it("gives the same rows however the events are split into batches, also when batches are repeated", async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.array(fc.nat(30), { minLength: 1, maxLength: 40 }), async (all, sizes) => {
        const events = eventsOf(new DonorSimulation().run(all));
        const whole = new MemoryStore();
        await apply(whole, events);

        const split = new MemoryStore();
        for (let start = 0, turn = 0; start < events.length; turn++) {
          const size = 1 + (sizes[turn % sizes.length] ?? 0);
          const overlap = turn % 3;
          await apply(split, events.slice(Math.max(0, start - overlap), start + size));
          start += size;
        }
        assert.deepEqual(contentOf(split), contentOf(whole));
      }),
      { numRuns: 60 },
    );
  });

  it("rolls back to exactly what it was, from any block to any earlier one, and goes on from there", async () => {
    const sizes = fc.array(fc.nat(40), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(), fc.nat(), sizes, async (all, from, to, batchSizes) => {
        const events = eventsOf(new DonorSimulation().run(all));
        const blocks = [...new Set(events.map(({ place }) => place.block))];
        const target = blocks[to % blocks.length] ?? 0;
        const reach = Math.max(target, blocks[from % blocks.length] ?? 0);
        const passed = events.filter(({ place }) => place.block <= reach);
        const expected = new MemoryStore();
        await apply(
          expected,
          passed.filter(({ place }) => place.block <= target),
        );

        const store = new MemoryStore();
        for (let start = 0, turn = 0; start < passed.length; turn++) {
          const size = 1 + (batchSizes[turn % batchSizes.length] ?? 0);
          await apply(store, passed.slice(start, start + size), 0);
          start += size;
        }
        await store.rollBack({ block: target, hash: "0x", timestamp: 0 });
        assert.deepEqual(contentOf(store), contentOf(expected));

        await apply(store, events, 0);
        const whole = new MemoryStore();
        await apply(whole, events);
        assert.deepEqual(contentOf(store), contentOf(whole));
      }),
      { numRuns: 60 },
    );
  });

  it("notices money that does not add up", async () => {
    const simulation = new Simulation();
    simulation.fund({ kind: 0, a: 10, b: 0, sameBlock: false });
    const store = new MemoryStore();
    await apply(store, eventsOf(simulation));
    const state = stateOf(store);
    assert.deepEqual(checkProgramme(state), []);
    const missing = { ...state, programme: { ...state.programme, reserved: state.programme.free } };
    const rules = checkProgramme(missing).map(({ rule }) => rule);
    assert.equal(rules.length, 2);
    assert.match(rules.join(), /funded = .*reserved = /);
  });
});
