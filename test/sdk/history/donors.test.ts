// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  agreementOf,
  decodeLogs,
  type FollowView,
  followOf,
  fundOf,
  kindsOf,
  MemoryStore,
  type MONEY_STATES,
  type OverviewView,
  overviewOf,
  type RawLog,
  type ReadRows,
  type Row,
  reduceEvents,
  rowsOf,
  START,
} from "#sdk/history/index.ts";
import { DonorSimulation, isReturn, referenceOf } from "./support/donors.ts";
import { agreement, asset, fund, knownBook, programme } from "./support/logs.ts";
import { steps } from "./support/simulate.ts";

async function historyOf({ writer }: DonorSimulation): Promise<MemoryStore> {
  return await storeOf(writer.logs);
}

async function storeOf(logs: readonly RawLog[]): Promise<MemoryStore> {
  const store = new MemoryStore();
  const events = decodeLogs(logs, knownBook());
  const reduction = await reduceEvents(events, START, (keys) => store.load(keys));
  await store.commit({ reduction, checkpoints: [], undoFrom: Number.MAX_SAFE_INTEGER });
  return store;
}

async function everyFollow(read: ReadRows): Promise<FollowView[]> {
  const views = await Promise.all([0, 1, 2].map((n) => followOf(read, fund, referenceOf(n))));
  return views.filter((view) => view !== undefined);
}

function sum<T>(items: readonly T[], amountOf: (item: T) => string | bigint): bigint {
  return items.reduce((total, item) => total + BigInt(amountOf(item)), 0n);
}

describe("donors' money in the history", () => {
  it("is tried with everything that can happen to it", async () => {
    const seen = new Set<string>();
    for (const all of fc.sample(steps, { numRuns: 150, seed: 11 })) {
      const store = await historyOf(new DonorSimulation().run(all));
      for (const { kind } of store.rows("entries")) seen.add(kind);
      for (const { version } of store.rows("agreements")) seen.add(version > 1 ? "amended" : "");
      for (const { state } of store.rows("milestones")) seen.add(state);
    }
    const rare = ["earmarkReleased", "returnUnattributed", "milestoneDisputed", "disputeDecided", "amended"];
    const ends = ["offerDropped", "noticeGiven", "noticeWithdrawn", "agreementTerminated", "Cancelled"];
    const money = ["advanceRefunded", "spendingAccepted", "escrowReturned", "escrowedDirectly"];
    assert.deepEqual(
      [...rare, ...ends, ...money].filter((kind) => !seen.has(kind)),
      [],
    );
  });

  it("is what funds, programmes and agreements keep in their own books", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const simulation = new DonorSimulation().run(all);
        const read = rowsOf(await historyOf(simulation));
        const { contributions, allocations } = simulation.treasurer.books();
        const given = contributions.filter(({ parent }) => parent === null);
        const back = contributions.filter(({ parent }) => parent !== null);
        const view = await fundOf(read, fund);
        const length = ({ from, to }: { from: bigint; to: bigint }): bigint => to - from;
        assert.deepEqual(
          [view?.contributed, view?.returned, view?.allocated, view?.unbooked].map((text) =>
            BigInt(text ?? -1),
          ),
          [sum(given, length), sum(back, length), sum(allocations, length), 0n],
        );
        assert.equal(
          sum(view?.pots ?? [], ({ available }) => available),
          BigInt(view?.held ?? -1),
        );

        const { partner } = simulation;
        const { money } = (await agreementOf(read, agreement)) ?? {};
        const ours = [money?.held, money?.reserved, money?.pending, money?.escrowed, money?.paid];
        assert.deepEqual(
          [...ours, money?.refunded, money?.returned, money?.unfunded].map((text) => BigInt(text ?? -1)),
          [
            partner.held,
            partner.reserved,
            partner.pending,
            partner.escrowed,
            partner.paid,
            partner.refunded,
            partner.returned,
            partner.unfunded,
          ],
        );
      }),
      { numRuns: 50 },
    );
  });

  it("is explained whole, and each state is what its entries add up to", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const simulation = new DonorSimulation().run(all);
        const store = await historyOf(simulation);
        const overview = (await overviewOf(rowsOf(store))).assets.find((one) => one.asset === asset);
        assert.ok(overview);
        assert.deepEqual([overview.unexplained, overview.unattributed].map(BigInt), [
          simulation.unattributed,
          simulation.unattributed,
        ]);
        for (const { state, amount, entries, funds, programmes, agreements } of overview.states) {
          const mine = store.rows("entries").filter((entry) => isOf(entry, state));
          assert.deepEqual(
            [sum(mine, (entry) => entry.amount ?? 0n), mine.length],
            [BigInt(amount), entries],
          );
          assert.equal(BigInt(funds) + BigInt(programmes) + BigInt(agreements), BigInt(amount));
        }
        assertMonths(overview);
        assertStates(simulation, store, Object.fromEntries(overview.states.map((one) => [one.state, one])));
      }),
      { numRuns: 50 },
    );
  });
});

/** Months follow on each other, and add up to the states. */
function assertMonths({ months, states }: OverviewView["assets"][number]): void {
  for (const { state, amount } of states)
    assert.equal(
      sum(months, (month) => month[state]),
      BigInt(amount),
    );
  const first = Date.parse(`${months[0]?.month}-01`);
  for (const [index, { month }] of months.entries()) {
    const expected = new Date(first);
    expected.setUTCMonth(expected.getUTCMonth() + index);
    assert.equal(month, expected.toISOString().slice(0, 7));
  }
}

function isOf({ kind, asset: of }: Row<"entries">, state: (typeof MONEY_STATES)[number]): boolean {
  return of === asset && (kindsOf(state) as string[]).includes(kind);
}

/** The states, from the books of the simulation. */
function assertStates(
  simulation: DonorSimulation,
  store: MemoryStore,
  states: Readonly<Record<string, { readonly programmes: string; readonly agreements: string }>>,
): void {
  const { partner, cycles } = simulation;
  const redeemed = sum(cycles, (cycle) => cycle.redeemed - cycle.refunded);
  const ofCancelled = sum(
    cycles.filter(({ state }) => state === "Cancelled"),
    (cycle) => cycle.redeemed - cycle.refunded,
  );
  const { paid, instructed, reserved, returned, funded } = simulation;
  assert.deepEqual(
    ["allocated", "reserved", "redeemed", "settled", "reconciled", "returned"].map((state) =>
      BigInt(states[state]?.programmes ?? -1),
    ),
    [funded, reserved + redeemed, redeemed, paid + instructed, paid, returned],
    `cancelled ${ofCancelled}`,
  );
  const accounted = sum(partner.milestones, (one) => (one.kind === "Advance" ? one.accepted : one.paid));
  assert.deepEqual(
    ["allocated", "settled", "reconciled", "returned"].map((state) =>
      BigInt(states[state]?.agreements ?? -1),
    ),
    [partner.escrowed, partner.paid - partner.refunded, accounted, partner.returned],
  );
  assert.equal(
    store.rows("reached").length > 0,
    cycles.some(({ redeemed: sold }) => sold > 0n),
  );
}

describe("what the chain takes", () => {
  it("counts each transaction of a programme once, and tells what a transfer took", async () => {
    const simulation = new DonorSimulation().run(fc.sample(steps, { numRuns: 1, seed: 7 })[0] ?? []);
    const { logs } = simulation.writer;
    const firsts = new Map(
      logs
        .filter((log) => log.address === programme)
        .toReversed()
        .map((log) => [log.transaction, log]),
    );
    assert.ok(firsts.size > 5);
    const fee = { gasUsed: 100_000n, wei: 7n * 10n ** 14n };
    const priced = logs.map((log) => (firsts.get(log.transaction) === log ? { ...log, fee } : log));
    const store = await storeOf(priced);
    const { cost } = (await overviewOf(rowsOf(store))).assets.find((one) => one.asset === asset) ?? {};
    const wei = fee.wei * BigInt(firsts.size);
    assert.deepEqual(cost?.gas, {
      transactions: firsts.size,
      gasUsed: (fee.gasUsed * BigInt(firsts.size)).toString(),
      wei: wei.toString(),
      weiPerTransfer: cost?.transfers ? (wei / BigInt(cost.transfers)).toString() : null,
    });
    assert.equal((await overviewOf(rowsOf(await storeOf(logs)))).assets[0]?.cost.gas, null);
  });
});

describe("a contribution that is followed", () => {
  it("is found whole: its parts add up to it, and no part is more than the use that it names", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const simulation = new DonorSimulation().run(all);
        const store = await historyOf(simulation);
        const read = rowsOf(store);
        const views = await everyFollow(read);
        for (const view of views) {
          assert.equal(
            sum(view.parts, ({ amount }) => amount),
            BigInt(view.contributed),
          );
          assert.equal(BigInt(view.contributed), simulation.given.get(view.reference));
          assert.ok(view.parts.every(({ amount }) => BigInt(amount) > 0n));
        }
        assertUses(store, views);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps what was paid to a shop, whatever is paid afterwards", async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(100), async (all, cut) => {
        const at = Math.floor((all.length * cut) / 100);
        const gentle = all.filter((step) => !isReturn(step));
        const before = await everyFollow(
          rowsOf(await historyOf(new DonorSimulation().run(gentle.slice(0, at)))),
        );
        const after = await everyFollow(rowsOf(await historyOf(new DonorSimulation().run(gentle))));
        for (const earlier of before) {
          const later = after.find(({ reference }) => reference === earlier.reference);
          assert.ok(later);
          for (const part of earlier.parts.filter(isPaid)) {
            const same = later.parts.find((one) => isPaid(one) && one.settlement === part.settlement);
            assert.ok(BigInt(same?.amount ?? 0) >= BigInt(part.amount), `settlement ${part.settlement}`);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

function isPaid({ stage, recipient }: FollowView["parts"][number]): boolean {
  return stage === "reconciled" && recipient?.kind === "programme";
}

/** All donors together have of no settlement and no payment more than it was, and nothing is unexplained where books tie. */
function assertUses(store: MemoryStore, views: readonly FollowView[]): void {
  const parts = views.flatMap((view) => view.parts);
  for (const { id, payment } of store.rows("settlements"))
    assert.ok(
      sum(
        parts.filter(({ settlement }) => settlement === id),
        ({ amount }) => amount,
      ) <= payment,
    );
  for (const { id, paid, refunded } of store.rows("milestones")) {
    const mine = parts.filter(({ milestone, stage }) => milestone === id && stage !== "reserved");
    assert.ok(sum(mine, ({ amount }) => amount) <= paid - refunded);
  }
  const held = parts.filter(({ recipient }) => recipient !== null);
  const [{ allocated = 0n, returned = 0n } = {}] = store.rows("funds");
  assert.equal(
    sum(held, ({ amount }) => amount),
    allocated - returned,
  );
  // The simulated fund books every return at once.
  assert.equal(
    parts.some(({ stage }) => stage === "returning"),
    false,
  );
}
