// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { id } from "ethers";
import type {
  Answer,
  CheckView,
  CycleView,
  DocumentView,
  ErrorView,
  Page,
  ProgrammeDetail,
  ProgrammeSummary,
  ReceiptView,
  SettlementView,
  ShopView,
  StatusView,
} from "#sdk/history/index.ts";
import { type HistoryServer, startHistoryServer } from "#server/history/server.ts";
import { programme } from "#test/sdk/history/support/logs.ts";
import { Simulation } from "#test/sdk/history/support/simulate.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";
import { Replay, simulatedDeployment } from "./support/replay.ts";

const STEPS = 120;
/** What the server may say: its own word, counts, block numbers, codes. */
const ALLOWED_LINE =
  /^history: (\d+ events, blocks \d+ to \d+|HIST-\d{3}, next try in \d+ ms|reorganisation, back from block \d+ to \d+|another chain than before block \d+, starting anew|a request failed, HIST-\d{3})$/;

describe("the history server", () => {
  const lines: string[] = [];
  let folder = "";
  let anvil: Anvil;
  let replay: Replay;
  let server: HistoryServer;
  let simulation: Simulation;

  const start = (port = 0): Promise<HistoryServer> =>
    startHistoryServer({
      port,
      rpcUrl: anvil.url,
      deployment: simulatedDeployment(),
      database: { sqliteFile: join(folder, "history.sqlite") },
      staticFolder: join(folder, "app"),
      pollEvery: 50,
      log: (line) => lines.push(line),
    });

  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${server.url}/api${path}`);
    assert.equal(response.status, 200, path);
    return (await response.json()) as T;
  };

  const untilIndexed = async (): Promise<void> => {
    const head = (await anvil.rpc("eth_getBlockByNumber", "latest", false)) as { hash: string };
    for (let tries = 0; tries < 400; tries++) {
      const { indexedTo } = await get<StatusView>("/status");
      if (indexedTo?.hash === head.hash) return;
      await pause(25);
    }
    assert.fail("the head was not reached");
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-server-"));
    await mkdir(join(folder, "app", "assets"), { recursive: true });
    await writeFile(join(folder, "app", "index.html"), "<title>Annona</title>");
    await writeFile(join(folder, "app", "assets", "main-1a2b.js"), "export {}");
    anvil = await startAnvil();
    replay = await Replay.begin(anvil);
    simulation = new Simulation().run(
      Array.from({ length: STEPS }, (_, i) => ({
        kind: i * 7,
        a: i * 7_919,
        b: i * 104_729,
        sameBlock: i % 3 === 0,
      })),
    );
    simulation.writer.emit(
      "documents",
      "DocumentRecorded",
      id("sheet"),
      1,
      id("subject"),
      0,
      programme,
      "https://example.org/sheet",
    );
    await replay.emit(simulation.writer.logs);
    server = await start();
    await untilIndexed();
  });

  after(async () => {
    await server?.stop();
    await anvil?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("tells where it stands", async () => {
    const status = await get<StatusView>("/status");
    assert.equal(status.chainId, 31_337);
    assert.equal(status.programmes, 1);
    assert.equal(status.problem, null);
    assert.equal(status.headSeen, status.indexedTo?.number);
  });

  it("shows a programme with its money", async () => {
    const list = await get<Page<ProgrammeSummary>>("/programmes");
    assert.equal(list.nextCursor, null);
    const [item] = list.items;
    assert.ok(item);
    assert.equal(item.address, programme);
    assert.deepEqual(item.organisation, { id: 1, name: "Relief" });
    assert.deepEqual(item.currency, { code: "XOF", decimals: 0 });
    assert.deepEqual(item.balances, {
      free: String(simulation.free),
      reserved: String(simulation.reserved),
      owed: String(simulation.owed),
      settled: String(simulation.paid),
      instructed: String(simulation.instructed),
      fees: String(simulation.fees),
    });
    const detail = await get<Answer<ProgrammeDetail>>(`/programmes/${programme.toLowerCase()}`);
    assert.equal(detail.funded, String(simulation.funded));
    assert.equal(detail.purpose, "72010");
    const check = await get<Answer<CheckView>>(`/programmes/${programme}/check`);
    assert.deepEqual({ ok: check.ok, problems: check.problems }, { ok: true, problems: [] });
  });

  it("shows cycles, shops and settlements that add up to it", async () => {
    const cycles = await get<Page<CycleView>>(`/programmes/${programme}/cycles?limit=500`);
    assert.equal(cycles.items.length, simulation.cycles.length);
    const shops = await get<Page<ShopView>>(`/programmes/${programme}/shops`);
    const sum = (amounts: readonly string[]): bigint =>
      amounts.reduce((total, amount) => total + BigInt(amount), 0n);
    assert.equal(
      sum(cycles.items.map(({ redeemed }) => redeemed)),
      sum(shops.items.map(({ gross }) => gross)),
    );
    const settlements = await get<Page<SettlementView>>(`/programmes/${programme}/settlements?limit=500`);
    assert.equal(settlements.items.length, simulation.settlements.length);
    const paid = settlements.items.filter(({ state }) => state === "Paid").map(({ payment }) => payment);
    assert.equal(sum(paid), simulation.paid);
  });

  it("does not count small groups", async () => {
    const { items } = await get<Page<CycleView>>(`/programmes/${programme}/cycles?limit=500`);
    for (const { households, suppressed } of items) {
      assert.equal(suppressed, households === null);
      assert.ok(households === null || households >= 10);
    }
    assert.ok(items.some(({ suppressed }) => suppressed));
    assert.ok(items.some(({ suppressed }) => !suppressed));
  });

  it("pages through all receipts without gap or repetition, newest first", async () => {
    const seen: ReceiptView[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const after: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const page: Page<ReceiptView> = await get(`/programmes/${programme}/receipts?limit=7${after}`);
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    assert.equal(seen.length, simulation.receipts.length);
    assert.equal(new Set(seen.map(({ terminal, number }) => `${terminal} ${number}`)).size, seen.length);
    const blocks = seen.map(({ block }) => block);
    assert.deepEqual(
      blocks,
      blocks.toSorted((a, b) => b - a),
    );
    for (const receipt of seen) {
      assert.equal(receipt.kind === "sale", receipt.day !== undefined);
      assert.equal(receipt.outcome === "corrected", receipt.correction !== undefined);
      assert.match(receipt.transaction, /^0x[0-9a-f]{64}$/);
    }
    const ofShop = await get<Page<ReceiptView>>(`/programmes/${programme}/receipts?limit=500&shop=2`);
    assert.deepEqual(
      ofShop.items,
      seen.filter(({ shop }) => shop === 2),
    );
    const [first] = seen;
    assert.ok(first);
    const ofTerminal = await get<Page<ReceiptView>>(
      `/programmes/${programme}/receipts?limit=500&terminal=${first.terminal}`,
    );
    assert.deepEqual(
      ofTerminal.items,
      seen.filter(({ terminal }) => terminal === first.terminal),
    );
  });

  it("finds who recorded a document", async () => {
    const { items } = await get<Page<DocumentView>>(
      `/documents/${id("sheet").toUpperCase().replace("0X", "0x")}`,
    );
    assert.equal(items.length, 1);
    assert.equal(items[0]?.organisation.name, "Relief");
    assert.equal(items[0]?.uri, "https://example.org/sheet");
  });

  it("answers 304 until the index moves on", async () => {
    const url = `${server.url}/api/programmes`;
    const first = await fetch(url);
    const tag = first.headers.get("etag");
    assert.ok(tag);
    const again = await fetch(url, { headers: { "if-none-match": tag } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), "");
    await replay.mine(1);
    await untilIndexed();
    const moved = await fetch(url, { headers: { "if-none-match": tag } });
    assert.equal(moved.status, 200);
    assert.notEqual(moved.headers.get("etag"), tag);
  });

  it("compresses answers for whoever can read them so, and knows them again", async () => {
    const url = `${server.url}/api/programmes/${programme}/receipts`;
    const compressed = await fetch(url, { headers: { "accept-encoding": "gzip" } });
    const plain = await fetch(url, { headers: { "accept-encoding": "identity" } });
    assert.equal(compressed.headers.get("content-encoding"), "gzip");
    assert.equal(plain.headers.get("content-encoding"), null);
    assert.equal(await compressed.text(), await plain.text());
    const tag = compressed.headers.get("etag") ?? "";
    const again = await fetch(url, { headers: { "if-none-match": tag } });
    assert.equal(again.status, 304);
  });

  it("names what is wrong with a request", async () => {
    const cases: [path: string, status: number, code: string][] = [
      ["/api/programmes/0x1234", 400, "HIST-400"],
      [`/api/programmes/${programme}/receipts?limit=0`, 400, "HIST-400"],
      [`/api/programmes/${programme}/receipts?limit=501`, 400, "HIST-400"],
      [`/api/programmes/${programme}/receipts?shop=x`, 400, "HIST-400"],
      [`/api/programmes/${programme}/receipts?cursor='--`, 400, "HIST-400"],
      ["/api/programmes/0x00000000000000000000000000000000000000Aa", 400, "HIST-400"],
      ["/api/programmes/0x0000000000000000000000000000000000000001", 404, "HIST-401"],
      ["/api/programmes/0x0000000000000000000000000000000000000001/shops", 404, "HIST-401"],
      [`/api/documents/${id("nobody")}`, 404, "HIST-402"],
      ["/api/documents/0x12", 400, "HIST-400"],
      ["/api/nothing", 404, "HIST-404"],
    ];
    for (const [path, status, code] of cases) {
      const response = await fetch(`${server.url}${path}`);
      const body = (await response.json()) as ErrorView;
      assert.equal(response.status, status, path);
      assert.equal(body.error.code, code, path);
      assert.ok(body.error.message.length > 10 && body.error.next.length > 10);
    }
    const posted = await fetch(`${server.url}/api/programmes`, { method: "POST" });
    assert.equal(posted.status, 404);
  });

  it("lets any page read the API and guards the app's own pages", async () => {
    const response = await fetch(`${server.url}/api/status`, { headers: { origin: "https://example.org" } });
    assert.equal(response.headers.get("access-control-allow-origin"), "*");
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.match(response.headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/);
  });

  it("serves the app, each of its pages, and no file outside of it", async () => {
    for (const path of ["/", "/programmes/1", "/verify"]) {
      const response = await fetch(`${server.url}${path}`);
      assert.equal(response.status, 200, path);
      assert.match(await response.text(), /Annona/);
      assert.equal(response.headers.get("cache-control"), "no-cache");
    }
    const script = await fetch(`${server.url}/assets/main-1a2b.js`);
    assert.match(script.headers.get("cache-control") ?? "", /immutable/);
    assert.match(script.headers.get("content-type") ?? "", /javascript/);
    assert.equal((await fetch(`${server.url}/assets/missing.js`)).status, 404);
    for (const path of [
      "/..%2fhistory.sqlite",
      "/%2e%2e/history.sqlite",
      "/assets/..%5c..%5chistory.sqlite",
    ]) {
      assert.equal((await fetch(`${server.url}${path}`)).status, 404, path);
    }
  });

  it("goes on after a reorganisation and after a stop, and tells when the node is gone", async () => {
    await anvil.rpc("anvil_reorg", 3, []);
    await untilIndexed();
    const status = await get<StatusView>("/status");
    const { port } = new URL(server.url);
    await server.stop();
    server = await start(Number(port));
    assert.deepEqual((await get<StatusView>("/status")).indexedTo, status.indexedTo);
    await assert.rejects(start(Number(port)), { code: "HIST-803", message: /Port \d+ is taken/ });

    await anvil.stop();
    for (let tries = 0; tries < 100; tries++) {
      if ((await get<StatusView>("/status")).problem !== null) break;
      await pause(50);
    }
    assert.equal((await get<StatusView>("/status")).problem, "HIST-801");
    assert.equal((await get<Page<ProgrammeSummary>>("/programmes")).items.length, 1);
  });

  it("says nothing in its log but counts, block numbers and codes", () => {
    assert.ok(lines.length > 2);
    for (const line of lines) assert.match(line, ALLOWED_LINE);
  });
});
