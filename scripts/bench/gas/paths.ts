// SPDX-License-Identifier: Apache-2.0
import { ethers } from "ethers";
import {
  accountNumberOf,
  buildEntitlementList,
  buildOpening,
  type Commitment,
  type EntitlementList,
  type NamelessEntry,
} from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import {
  batchOf,
  cycleId,
  dayOf,
  receiptNumber,
  type Sale,
  signBatch,
  terminalAddress,
} from "#sdk/receipts/index.ts";
import { gasOf, mined, type World } from "./world.ts";

/** First account number of the registry. */
const FIRST = 256;
const CHUNK = 256;
/** Households that stand side by side, so that every word is full. */
const DENSE = 4096;
/** Households in a list whose members lie one in a block. */
const SCATTERED_BLOCKS = 64;
const DAY = 86_400;
/** XOF 30,000 for a household of four, in the smallest unit; a typical amount of bytes. */
const AMOUNT = 120_000n;

type Entry = Pick<NamelessEntry, "account" | "amount">;

/** Measure every money path of the suite, in the order in which a programme walks them. */
export async function measurePaths(world: World): Promise<Record<string, number>> {
  const blocks = DENSE / CHUNK + SCATTERED_BLOCKS;
  const open = await openAccounts(world, blocks * CHUNK);

  const full = [...range(FIRST, DENSE), ...range(FIRST + DENSE, SCATTERED_BLOCKS, CHUNK)].map(entry);
  const first = await activeCycle(world, 1, full);
  const loadFirst = await loadAll(world, 1, first, DENSE / CHUNK);
  await cancel(world, 1);
  const second = await activeCycle(world, 2, full);
  const loadLater = await loadAll(world, 2, second, DENSE / CHUNK);

  const till = counter(world, 2);
  // The first batch of a terminal in a cycle makes its tallies; what counts is every later one.
  await till.redeem(range(FIRST, 10));
  const dense = await till.redeem(range(FIRST + 400, 500));
  const sparse = await till.redeem(range(FIRST + 1000, 500, 4));
  const sparse50 = await till.redeem(range(FIRST + 3200, 50, 4));
  const scattered = await till.redeem(range(FIRST + DENSE, 50, CHUNK));

  return {
    open,
    "load.first": loadFirst,
    "load.later": loadLater,
    "redeem.dense": dense,
    "redeem.sparse": sparse,
    "redeem.sparse50": sparse50,
    "redeem.scattered": scattered,
    ...(await measureMixed(world)),
  };
}

/** A month of an ordinary programme: 30 % of the accounts are listed, every tenth changed since last month, receipts in any order. */
async function measureMixed(world: World): Promise<Record<string, number>> {
  const random = seeded(2026);
  const all = range(FIRST, DENSE);
  const before = all.filter(() => random() < 0.3);
  const listed = new Set(before);
  for (const account of before) if (random() < 0.1) listed.delete(account);
  for (const account of all) if (random() < 0.043) listed.add(account);
  const now = [...listed].sort((a, b) => a - b);

  // Bank 1: the cycle of the measurement above still holds bank 0.
  const last = await activeCycle(world, 3, before.map(entry));
  await loadAll(world, 3, last, last.chunks.length);
  await cancel(world, 3);
  const list = await activeCycle(world, 4, now.map(entry));
  const load = await loadAll(world, 4, list, list.chunks.length);
  const till = counter(world, 4);
  await till.redeem(now.slice(0, 1));
  const buyers = shuffled(now.slice(1), random).slice(0, 1000);
  const gas = [await till.redeem(buyers.slice(0, 500)), await till.redeem(buyers.slice(500, 1000))];
  const redeem = Math.round(((gas[0] ?? 0) + (gas[1] ?? 0)) / 2);
  return { "cycle.mixed.load": load, "cycle.mixed.redeem": redeem, "cycle.mixed": load + redeem };
}

async function openAccounts(world: World, count: number): Promise<number> {
  const commitments = range(0, count).map((i) => ethers.id(`household ${i}`) as Commitment);
  const registry = await world.accounts.getAddress();
  const opening = await buildOpening(commitments, {
    chainId: world.chainId,
    registry,
    organisation: world.organisation,
  });
  const custodian = world.accounts.connect(world.officers.custodian);
  await mined(custodian.announceOpening(1, world.organisation, opening.root, opening.count, 1));
  let gas = 0;
  for (const { chunk, payload, proof } of opening.chunks) {
    gas += await gasOf(world.accounts.openAccounts(1, chunk, payload, [...proof]));
  }
  return Math.round(gas / count);
}

/** Prepare and approve a cycle over the entries; open now. */
async function activeCycle(world: World, id: number, entries: readonly Entry[]): Promise<EntitlementList> {
  const { programme, officers, accounts } = world;
  const place = await programme.getAddress();
  const list = await buildEntitlementList(entries, { chainId: world.chainId, programme: place, cycleId: id });
  const checkpoint = await accounts.checkpoint();
  const now = await world.now();
  const terms = {
    listRoot: list.root,
    chunks: list.chunks.length,
    households: list.households,
    total: list.total,
    opensAt: now + DAY,
    expiresAt: now + 60 * DAY,
    graceEndsAt: now + 90 * DAY,
    periodFirstDay: 20_000,
    periodLastDay: 20_030,
    kind: 0,
    parent: 0,
    checkpoint,
    registryDigest: await accounts.digestAt(checkpoint),
    controlSheet: ethers.id("control sheet"),
  };
  await mined(programme.connect(officers.preparer).prepareCycle(id, terms));
  await mined(programme.connect(officers.approver).approveCycle(id, await programme.hashTerms(id, terms)));
  return list;
}

/** Load a whole list, as many chunks a transaction as a relayer does; gas a household over its first `counted` chunks. */
async function loadAll(world: World, id: number, list: EntitlementList, counted: number): Promise<number> {
  const perTransaction = 4;
  let gas = 0;
  let households = 0;
  for (let i = 0; i < list.chunks.length; i += perTransaction) {
    const loads = list.chunks
      .slice(i, i + perTransaction)
      .map(({ chunk, payload, proof }) => ({ chunk, payload, proof: [...proof] }));
    const used = await gasOf(world.programme.loadMany(id, loads));
    if (i + perTransaction > counted && counted < list.chunks.length) continue;
    gas += used;
    households += loads.reduce((sum, { payload }) => sum + payload.length / 8, 0);
  }
  return Math.round(gas / households);
}

/** Cancelling before opening is the quickest way to free a bank for the next measurement. */
async function cancel(world: World, id: number): Promise<void> {
  const reason = ethers.encodeBytes32String("BENCH");
  await world.act("preparer", world.programme.interface.encodeFunctionData("cancelCycle", [id, reason]));
}

/** The terminal's counter in a cycle: sells to accounts and tells the gas a receipt. */
function counter(world: World, id: number) {
  const terminal = terminalAddress(world.terminal.address);
  return {
    async redeem(buyers: readonly number[]): Promise<number> {
      const { nextNumber } = await world.programme.terminalOf(terminal);
      const { opensAt } = await world.programme.cycleOf(id);
      await world.reach(Number(opensAt));
      const day = dayOf(Math.floor((await world.now()) / DAY));
      const receipts = buyers.map(
        (account, i): Sale => ({
          kind: "sale",
          terminal,
          cycle: cycleId(id),
          number: receiptNumber(Number(nextNumber) + i),
          account: accountNumberOf(account),
          amount: amountOf(AMOUNT / 2n),
          recognition: "card-pin",
          day,
        }),
      );
      const batch = batchOf(receipts);
      const place = { chainId: world.chainId, programme: await world.programme.getAddress() };
      const { signature } = await signBatch(place, batch, world.terminal);
      const receipt = await mined(world.programme.redeem(batch, signature, []));
      const log = receipt.logs.map((entry) => world.programme.interface.parseLog(entry))[0];
      if (log?.args.rejections !== "0x" || log.args.stop !== 0n)
        throw new Error("a receipt of the benchmark was not credited");
      return Math.round(Number(receipt.gasUsed) / buyers.length);
    },
  };
}

function entry(account: number): Entry {
  return { account: accountNumberOf(account), amount: amountOf(AMOUNT) };
}

function range(first: number, count: number, step = 1): number[] {
  return Array.from({ length: count }, (_, i) => first + i * step);
}

/** Numbers in [0, 1), the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
