// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, type TestContext, test } from "node:test";
import { Wallet } from "ethers";
import { terminalKey } from "#scripts/seed/people.ts";
import type { NewJob, OutcomeOfReceipt } from "#sdk/office/schemas/jobs.ts";
import { jobSchema, receiptsResultSchema } from "#sdk/office/schemas/jobs.ts";
import {
  batchOf,
  cycleId,
  dayOf,
  type Receipt,
  receiptNumber,
  signBatch,
  terminalAddress,
} from "#sdk/receipts/index.ts";
import { jobsApi } from "#server/office/relayer/index.ts";
import { databaseKinds } from "#test/server/support/databases.ts";
import { openAgency, type TestAgency } from "./support/agency.ts";
import { type Bench, type BenchOptions, keyWith, openBench } from "./support/bench.ts";
import { openLine } from "./support/line.ts";

const OFFICER = Wallet.createRandom().address;
/** Milliseconds that each question to the node takes longer, so that there is time to step in between. */
const SLOWLY = 40;

/** One transaction after the other, over a slow line to the node. */
async function slowly(t: TestContext, agency: TestAgency): Promise<BenchOptions> {
  const line = await openLine(agency.chain.url, SLOWLY);
  t.after(() => line.cut());
  return { relay: { inFlight: 1 }, url: line.url };
}
const [sqlite] = databaseKinds;

for (const kind of databaseKinds) {
  describe(`the office's relayer on ${kind.name}`, { skip: kind.skip ?? false }, () => {
    let agency: TestAgency;
    before(async () => {
      agency = await openAgency(600);
    });
    after(() => agency?.stop());

    async function bench(t: TestContext, options: BenchOptions = {}): Promise<Bench> {
      const opened = await openBench(agency, kind, options);
      t.after(() => opened.close());
      return opened;
    }

    /** Announce an opening and have a bench that knows the request. */
    async function requested(t: TestContext, households: number, options: BenchOptions = {}) {
      const request = randomUUID();
      const commitments = await agency.announce(households);
      return { request, on: await bench(t, { ...options, requests: new Map([[request, commitments]]) }) };
    }

    const pushed = async (): Promise<number> => {
      const last = (await agency.suite.accounts.nextOpeningId()) - 1n;
      return Number((await agency.suite.accounts.openingOf(last)).pushedChunks);
    };

    test("opens the accounts of a request, counting what is on the chain", async (t) => {
      const { request, on } = await requested(t, 1_000);
      const queued = await on.relayer.submit({ kind: "open", request }, OFFICER);
      assert.deepEqual([queued.state, queued.done, queued.total], ["queued", 0, 4]);
      const done = await on.until(queued.id, ({ state }) => state === "done");
      assert.deepEqual([done.done, done.total, done.transactions], [4, 4, 4]);
      assert.ok(BigInt(done.gasUsed) > 20_000_000n, done.gasUsed);
      assert.deepEqual(done.result, { chunks: 4, households: 1_000 });
      assert.deepEqual(on.opened, [request]);
      assert.equal(await pushed(), 4);
      assert.equal(jobSchema.parse(done).createdBy, OFFICER);
    });

    test("equal jobs are one job, and one that has ended sends nothing again", async (t) => {
      const { request, on } = await requested(t, 600);
      const asked = await Promise.all(
        [1, 2, 3].map(() => on.relayer.submit({ kind: "open", request }, OFFICER)),
      );
      assert.equal(new Set(asked.map(({ id }) => id)).size, 1);
      const id = asked[0]?.id ?? "";
      const first = await on.until(id, ({ state }) => state === "done");
      const again = await on.relayer.submit({ kind: "open", request }, OFFICER);
      assert.equal(again.id, id);
      const second = await on.until(id, ({ state }) => state === "done");
      assert.deepEqual([second.transactions, second.done, second.total], [first.transactions, 3, 3]);
      assert.equal((await on.relayer.list({})).length, 1);
    });

    test("a pause lets what is on its way through and nothing more; resumed, it goes on", async (t) => {
      const { request, on } = await requested(t, 2_500, await slowly(t, agency));
      const { id } = await on.relayer.submit({ kind: "open", request }, OFFICER);
      await on.until(id, ({ done }) => done >= 2);
      await on.relayer.pause(id);
      assert.equal((await on.relayer.get(id)).state, "paused");
      await on.relayer.stop();
      const halfway = await pushed();
      assert.ok(halfway >= 2 && halfway < 10, `${halfway} of 10`);
      await on.restart();
      const paused = await on.relayer.get(id);
      assert.deepEqual([paused.state, paused.done], ["paused", halfway], "a restart does not resume it");
      await on.relayer.resume(id);
      const done = await on.until(id, ({ state }) => state === "done");
      assert.deepEqual([done.done, done.transactions, await pushed()], [10, 10, 10]);
    });

    test("after a restart of the server a job goes on by itself", async (t) => {
      const { request, on } = await requested(t, 2_500, await slowly(t, agency));
      const { id } = await on.relayer.submit({ kind: "open", request }, OFFICER);
      await on.until(id, ({ done }) => done >= 2);
      await on.restart();
      assert.ok((await pushed()) < 10, "the restart came in the middle");
      const done = await on.until(id, ({ state }) => state === "done");
      assert.deepEqual([done.done, done.transactions, await pushed()], [10, 10, 10]);
    });

    test("so does one whose server was killed", async (t) => {
      const { request, on } = await requested(t, 600);
      const { id } = await on.relayer.submit({ kind: "open", request }, OFFICER);
      await on.until(id, ({ state }) => state === "done");
      await on.store.db.updateTable("jobs").set({ state: "running", done: 1 }).execute();
      await on.restart();
      const done = await on.until(id, ({ state }) => state === "done");
      assert.equal(done.done, 3);
    });

    test("does not open what no custodian announced, nor what was not asked for", async (t) => {
      const { request, on } = await requested(t, 300);
      await assert.rejects(on.relayer.submit({ kind: "open", request: randomUUID() }, OFFICER), {
        code: "OFFICE-607",
      });
      const unannounced = randomUUID();
      const other = await bench(t, {
        requests: new Map([[unannounced, [`0x${"ab".repeat(32)}` as never]]]),
      });
      await assert.rejects(other.relayer.submit({ kind: "open", request: unannounced }, OFFICER), {
        code: "OFFICE-608",
      });
      await on.relayer.submit({ kind: "open", request }, OFFICER);
    });
  });
}

describe("the office's relayer and a cycle", () => {
  let agency: TestAgency;
  let today: number;
  before(async () => {
    agency = await openAgency(600);
    today = Math.floor(Date.now() / 86_400_000);
  });
  after(() => agency?.stop());

  async function bench(t: TestContext, options: BenchOptions = {}): Promise<Bench> {
    assert.ok(sqlite);
    const { programme, cycle, listText } = agency;
    const lists = new Map([[`${programme.address} ${cycle}`, listText]]);
    const opened = await openBench(agency, sqlite, { lists, ...options });
    t.after(() => opened.close());
    return opened;
  }

  const loading = (): NewJob => ({ kind: "load", programme: agency.programme.address, cycle: agency.cycle });

  function sale(number: number, account: number, amount: bigint): Receipt {
    return {
      kind: "sale",
      terminal: terminalAddress(terminalKey(1).address),
      cycle: cycleId(agency.cycle),
      number: receiptNumber(number),
      account: agency.accounts[account] ?? (0 as never),
      amount: amount as never,
      recognition: "card-pin",
      day: dayOf(today),
    };
  }

  async function batch(...receipts: Receipt[]): Promise<NewJob> {
    const place = { chainId: BigInt(agency.suite.chainId), programme: agency.programme.address };
    const signed = await signBatch(place, batchOf(receipts), terminalKey(1));
    return { kind: "receipts", programme: place.programme, batches: [{ ...signed, extracts: [] }] };
  }

  const outcomes = (result: unknown): OutcomeOfReceipt[] => receiptsResultSchema.parse(result).receipts;

  test("refuses to load what is not approved, not the ledger's list, not there, or not the organisation's", async (t) => {
    const on = await bench(t);
    await assert.rejects(on.relayer.submit(loading(), OFFICER), { code: "OFFICE-606" });
    const { programme, cycle, listText } = agency;
    const changed = listText.replace("5000", "6000");
    const other = await bench(t, { lists: new Map([[`${programme.address} ${cycle}`, changed]]) });
    await assert.rejects(other.relayer.submit(loading(), OFFICER), { code: "OFFICE-605" });
    const without = await bench(t, { lists: new Map() });
    await assert.rejects(without.relayer.submit(loading(), OFFICER), { code: "OFFICE-604" });
    const foreign = { kind: "load", programme: agency.people.donor.address, cycle } as const;
    await assert.rejects(on.relayer.submit(foreign, OFFICER), { code: "OFFICE-603" });
    assert.equal((await on.relayer.list({})).length, 0);
  });

  test("receipts before the list is loaded are told as stopped; asked again afterwards they count", async (t) => {
    await agency.approve();
    const on = await bench(t);
    const receipts = await batch(sale(1, 0, 2_000n), sale(2, 0, 4_000n), sale(3, 1, 5_000n));
    const { id, total } = await on.relayer.submit(receipts, OFFICER);
    assert.equal(total, 3);
    const stopped = await on.until(id, ({ state }) => state === "done");
    assert.equal(stopped.done, 0);
    for (const { outcome, reason } of outcomes(stopped.result)) {
      assert.equal(outcome, "stopped");
      assert.match(reason?.code ?? "", /^RCPT-2/);
    }

    const load = await on.relayer.submit(loading(), OFFICER);
    const loaded = await on.until(load.id, ({ state }) => state === "done");
    assert.deepEqual(
      [loaded.done, loaded.total, loaded.result],
      [agency.chunks, agency.chunks, { chunks: 3 }],
    );

    assert.equal((await on.relayer.submit(receipts, OFFICER)).id, id);
    const counted = await on.until(id, ({ state }) => state === "done");
    assert.deepEqual(
      outcomes(counted.result).map(({ number, outcome, reason }) => [number, outcome, reason?.code ?? null]),
      [
        [1, "recorded", null],
        [2, "rejected", "RCPT-104"],
        [3, "recorded", null],
      ],
    );
    assert.equal(counted.done, 3);
    const cycle = await agency.programme.contract.cycleOf(agency.cycle);
    assert.equal(cycle.redeemed, 7_000n);
  });

  test("another receipt under a number that is used up is told as such", async (t) => {
    const on = await bench(t);
    const { id } = await on.relayer.submit(await batch(sale(1, 2, 3_000n)), OFFICER);
    const { result, transactions } = await on.until(id, ({ state }) => state === "done");
    assert.deepEqual([outcomes(result)[0]?.outcome, transactions], ["other", 0]);
  });

  test("batches that the chain would refuse are refused before anything is paid", async (t) => {
    const on = await bench(t);
    const good = await batch(sale(4, 3, 1_000n));
    assert.ok(good.kind === "receipts" && good.batches[0]);
    const [{ batch: inside, signature }] = good.batches as [(typeof good.batches)[0]];
    const raised = { batch: { ...inside, firstNumber: 5 }, signature, extracts: [] };
    await assert.rejects(on.relayer.submit({ ...good, batches: [raised] }, OFFICER), { code: "OFFICE-609" });
    const cut = { batch: { ...inside, items: inside.items.slice(0, -2) }, signature, extracts: [] };
    await assert.rejects(on.relayer.submit({ ...good, batches: [cut] }, OFFICER), { code: "OFFICE-610" });
  });

  test("receipts go before accounts that are being opened, which then go on", async (t) => {
    const request = randomUUID();
    const requests = new Map([[request, await agency.announce(2_500)]]);
    const on = await bench(t, { requests, ...(await slowly(t, agency)) });
    const long = await on.relayer.submit({ kind: "open", request }, OFFICER);
    await on.until(long.id, ({ done }) => done >= 1);
    const urgent = await on.relayer.submit(await batch(sale(4, 3, 1_000n)), OFFICER);
    await on.until(urgent.id, ({ state }) => state === "done");
    const between = await on.relayer.get(long.id);
    assert.ok(between.done < 10 && between.state !== "done", JSON.stringify(between));
    const done = await on.until(long.id, ({ state }) => state === "done");
    assert.deepEqual([done.done, done.transactions], [10, 10]);
  });

  test("a relayer that cannot pay says so by number and amount, and goes on when it can", async (t) => {
    const request = randomUUID();
    const requests = new Map([[request, await agency.announce(600)]]);
    const key = await keyWith(agency, 1_000_000_000n);
    const on = await bench(t, { requests, key });
    assert.equal((await on.relayer.status()).isLow, true);
    const { id } = await on.relayer.submit({ kind: "open", request }, OFFICER);
    const failed = await on.until(id, ({ state }) => state === "failed");
    assert.deepEqual([failed.error?.code, failed.transactions], ["OFFICE-611", 0]);
    assert.match(failed.error?.message ?? "", /has 0\.000000001 .*needs about 0\.\d+/);
    assert.ok(failed.error?.next.includes(on.relayer.address));
    const low = await on.relayer.status();
    assert.ok(low.isLow && BigInt(low.needed ?? 0) > BigInt(low.balance ?? 0), JSON.stringify(low));
    assert.ok(
      on.said.some((line) => /LOW BALANCE, has 0\.000000001/.test(line)),
      on.said.join("\n"),
    );
    assert.ok(!on.said.join().includes(request) && !on.said.join().includes("0x"), "no ids in the log");

    const { people } = agency;
    await (await people.council.sendTransaction({ to: on.relayer.address, value: 10n ** 18n })).wait();
    await on.relayer.resume(id);
    await on.until(id, ({ state }) => state === "done");
    const good = await on.relayer.status();
    assert.deepEqual([good.isLow, good.needed, good.jobs], [false, "0", 0]);
  });

  test("while the node is away a job waits and says why; when it is back the job goes on by itself", async (t) => {
    const line = await openLine(agency.chain.url, SLOWLY);
    t.after(() => line.cut());
    const request = randomUUID();
    const requests = new Map([[request, await agency.announce(2_500)]]);
    const on = await bench(t, {
      requests,
      url: line.url,
      relay: { inFlight: 1, patience: 0 },
      retryAfter: 200,
    });
    const { id } = await on.relayer.submit({ kind: "open", request }, OFFICER);
    await on.until(id, ({ done }) => done >= 2);
    await line.cut();
    const waiting = await on.until(id, ({ error }) => error !== null);
    assert.deepEqual([waiting.state, waiting.error?.code], ["queued", "OFFICE-612"]);
    await assert.rejects(on.relayer.submit(loading(), OFFICER), { code: "OFFICE-614" });
    assert.deepEqual((await on.relayer.status()).balance, null);
    await line.mend();
    const done = await on.until(id, ({ state }) => state === "done");
    assert.deepEqual([done.done, done.error], [10, null]);
  });

  test("the routes answer as the schemas say, and ask the office who may", async (t) => {
    const request = randomUUID();
    const requests = new Map([[request, await agency.announce(300)]]);
    const on = await bench(t, { requests });
    const asked: string[] = [];
    const app = jobsApi(on.relayer, {
      check: (schema, given) => schema.parse(given),
      json: (c) => c.req.json(),
      mayStart: async (_, job) => {
        asked.push(job.kind);
        return OFFICER;
      },
      mayList: async () => undefined,
      maySee: async (_, job) => void asked.push(`see ${job.kind}`),
      mayChange: async (_, job) => void asked.push(`change ${job.kind}`),
    });
    const body = JSON.stringify({ kind: "open", request });
    const made = await app.request("/jobs", { method: "POST", body });
    assert.equal(made.status, 202);
    const { id } = jobSchema.parse(await made.json());
    await on.until(id, ({ state }) => state === "done");
    const read = jobSchema.parse(await (await app.request(`/jobs/${id}`)).json());
    assert.deepEqual([read.state, read.request, typeof read.gasUsed], ["done", request, "bigint"]);
    const listed = (await (await app.request("/jobs?state=done")).json()) as { items: unknown[] };
    assert.equal(listed.items.length, 1);
    const none = (await (await app.request("/jobs?state=failed&cycle=7")).json()) as { items: unknown[] };
    assert.equal(none.items.length, 0);
    assert.equal((await app.request(`/jobs/${id}/pause`, { method: "POST" })).status, 200);
    assert.equal((await on.relayer.get(id)).state, "done", "what has ended stays as it is");
    assert.deepEqual(asked, ["open", "see open", "change open"]);
  });
});
