// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { encodeBytes32String, id } from "ethers";
import { AGREEMENT_EXPORT_NAMES, FUND_EXPORT_NAMES } from "#sdk/formats/exportDonors.ts";
import { EXPORT_NAMES } from "#sdk/formats/exportFile.ts";
import { answerFromSnapshot, decodeLogs, reduceEvents } from "#sdk/history/index.ts";
import { historyApi } from "#server/history/api/api.ts";
import { untilNext } from "#server/history/snapshot/schedule.ts";
import { writeSnapshot } from "#server/history/snapshot/writeSnapshot.ts";
import { SqlStore } from "#server/history/store/sqlStore.ts";
import { donorSample } from "#test/sdk/formats/support/books.ts";
import { REFERENCES, referenceOf } from "#test/sdk/history/support/donors.ts";
import { address, agreement, asset, fund, knownBook, programme } from "#test/sdk/history/support/logs.ts";
import { Simulation } from "#test/sdk/history/support/simulate.ts";
import { simulatedDeployment } from "./support/replay.ts";

/** Enough receipts for more than one page of a snapshot. */
const STEPS = 3_500;

describe("a snapshot", () => {
  const follower = { headSeen: 1_000, problem: null };
  let folder = "";
  let out = "";
  let store: SqlStore;
  let api: ReturnType<typeof historyApi>;

  const parts = () => ({ store, follower, deployment: simulatedDeployment() });
  const read = async (path: string): Promise<unknown> => {
    const file = join(out, path);
    return existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : null;
  };
  const assertSame = async (asked: string): Promise<Record<string, unknown>> => {
    const response = await api.request(asked.replace("/api", ""));
    assert.equal(response.status, 200, asked);
    const answer = (await response.json()) as Record<string, unknown>;
    assert.deepEqual(await answerFromSnapshot(read, asked), answer, asked);
    return answer;
  };

  /** The first pages of that length, each by the cursor of the one before. */
  const assertSamePages = async (list: string, limit: number): Promise<void> => {
    let asked: string | undefined = `${list}?limit=${limit}`;
    for (let pages = 0; pages < 6 && asked !== undefined; pages++) {
      const { nextCursor }: Record<string, unknown> = await assertSame(asked);
      asked = nextCursor === null ? undefined : `${list}?limit=${limit}&cursor=${nextCursor}`;
    }
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-snapshot-"));
    out = join(folder, "public");
    store = await SqlStore.open({ sqliteFile: join(folder, "index.sqlite") }, "test");
    const { writer } = donorSample(STEPS);
    writer.emit(
      "documents",
      "DocumentRecorded",
      id("sheet"),
      1,
      id("subject"),
      0,
      programme,
      "https://example.org",
    );
    const events = decodeLogs(writer.logs, knownBook());
    const reduction = await reduceEvents(events, await store.position(), (keys) => store.load(keys));
    const checkpoint = { block: 5_000, hash: id("block"), timestamp: 1_790_000_000 };
    await store.commit({ reduction, checkpoints: [checkpoint], undoFrom: 5_000 });
    api = historyApi(parts());
    const { refused } = await writeSnapshot({ ...parts(), out });
    assert.deepEqual(refused, []);
  });
  after(async () => {
    await store?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("has the answer of every plain address, byte by byte", async () => {
    const one = `/programmes/${programme}`;
    const plain = ["/status", "/openapi.json", one, `${one}/check`, `/documents/${id("sheet")}`];
    plain.push("/overview", "/breakdown", "/council", "/funds", "/agreements");
    plain.push(`/funds/${fund}`, `/agreements/${agreement}`, `/follow/${fund}/${referenceOf(0)}`);
    const files = EXPORT_NAMES.flatMap((name) => [`/export/${name}`, `${one}/export/${name}`]);
    files.push(...FUND_EXPORT_NAMES.map((name) => `/funds/${fund}/export/${name}`));
    files.push(...AGREEMENT_EXPORT_NAMES.map((name) => `/agreements/${agreement}/export/${name}`));
    for (const path of [...plain, ...files]) {
      const said = await (await api.request(path)).text();
      const file = /\.(json|csv|xml)$/.test(path) ? path : `${path}.json`;
      assert.equal(await readFile(join(out, "api", file), "utf8"), said, path);
    }
  });

  it("answers every list as the API does: pages of any length, from any place, filtered or not", async () => {
    const one = `/api/programmes/${programme}`;
    const lists = ["cycles", "shops", "settlements", "receipts"].map((name) => `${one}/${name}`);
    for (const list of ["/api/programmes", ...lists]) {
      for (const limit of [50, 1, 7, 500]) await assertSamePages(list, limit);
      await assertSame(list);
    }
    const { items } = (await assertSame(`${one}/receipts?limit=500`)) as { items: { terminal: string }[] };
    assert.equal(items.length, 500);
    const [first] = items;
    for (const filter of [
      "shop=2",
      "account=300",
      "number=17",
      `terminal=${first?.terminal}`,
      "shop=1&number=3",
    ]) {
      const { nextCursor } = await assertSame(`${one}/receipts?limit=20&${filter}`);
      if (nextCursor !== null) await assertSame(`${one}/receipts?limit=20&${filter}&cursor=${nextCursor}`);
    }
    assert.ok((await readdir(join(out, "api", "programmes", programme, "receipts"))).length > 0);
  });

  it("answers the timeline, filtered or not, and the lists of funds as the API does", async () => {
    const lists = [`/api/funds/${fund}/contributions`, `/api/funds/${fund}/allocations`, "/api/timeline"];
    for (const list of [...lists, "/api/council/proposals"])
      for (const limit of [50, 7, 500]) await assertSamePages(list, limit);
    for (const filter of [
      "state=allocated",
      `state=settled&asset=${asset}`,
      "kind=redeemed",
      "kind=redeemed&state=settled",
      `fund=${fund}`,
      `programme=${programme}`,
      `agreement=${agreement}&kind=milestonePaid`,
    ])
      await assertSame(`/api/timeline?limit=20&${filter}`);
  });

  it("follows a reference however it is written, and says when it was made", async () => {
    const [reference = ""] = REFERENCES;
    const followed = await assertSame(`/api/follow/${fund}/${reference}`);
    assert.deepEqual(await assertSame(`/api/follow/${fund}/${referenceOf(0)}`), followed);
    assert.equal(await answerFromSnapshot(read, `/api/follow/${fund}/NOBODY`), null);
    const { writtenAt } = (await read("api/snapshot.json")) as { writtenAt: number };
    assert.ok(Math.abs(writtenAt - Date.now() / 1_000) < 600);
  });

  it("has nothing where the API knows nothing", async () => {
    assert.equal(await answerFromSnapshot(read, `/api/documents/${id("nobody")}`), null);
    assert.equal(
      await answerFromSnapshot(read, "/api/programmes/0x0000000000000000000000000000000000000001"),
      null,
    );
  });

  it("replaces the one before as a whole, and nothing that is no snapshot", async () => {
    await writeFile(join(out, "api", "left-over.json"), "{}");
    await writeSnapshot({ ...parts(), out });
    assert.equal(existsSync(join(out, "api", "left-over.json")), false);
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith("public")),
      ["public"],
    );
    const other = join(folder, "photos");
    await mkdir(other);
    await assert.rejects(writeSnapshot({ ...parts(), out: other }), { code: "HIST-821" });
  });

  it("leaves out a file that the ledger knows too little for, and says which", async () => {
    const writer = new Simulation().writer;
    const nameless = address(0x9002);
    const settings = [2, asset, "0x584f46", 5, 0, encodeBytes32String("72010"), "Nobody's"];
    writer.emit("consortium", "OrganisationAdmitted", 2, 0, "Nameless", "", address(1));
    writer.emit("factory", "ProgrammeCreated", nameless, 2, asset, settings, [[10n ** 20n, 1, false]]);
    const other = await SqlStore.open({ sqliteFile: join(folder, "other.sqlite") }, "test");
    try {
      const events = decodeLogs(writer.logs, knownBook());
      const reduction = await reduceEvents(events, await other.position(), (keys) => other.load(keys));
      await other.commit({ reduction, checkpoints: [], undoFrom: 5_000 });
      const target = join(folder, "other");
      const { refused } = await writeSnapshot({ ...parts(), store: other, out: target });
      assert.deepEqual(refused, ["/export/iati.xml", `/programmes/${nameless}/export/iati.xml`]);
      assert.ok(existsSync(join(target, "api", "programmes", nameless, "export", "cycles.csv")));
      assert.ok(existsSync(join(target, "api", "programmes", programme, "export", "iati.xml")));
    } finally {
      await other.close();
    }
  });

  it("is written every night at the time set", () => {
    const hour = 3_600_000;
    const midnight = Date.UTC(2026, 10, 21);
    assert.equal(untilNext(midnight, 60), hour);
    assert.equal(untilNext(midnight + 2 * hour, 60), 23 * hour);
    assert.equal(untilNext(midnight + hour, 60), 24 * hour, "not twice in the same moment");
  });
});
