// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { id } from "ethers";
import type { Hono } from "hono";
import { z } from "zod";
import { EXPORT_NAMES } from "#sdk/formats/exportFile.ts";
import { decodeLogs, reduceEvents } from "#sdk/history/index.ts";
import { historyApp } from "#server/history/api/app.ts";
import { SqlStore } from "#server/history/store/sqlStore.ts";
import { donorSample } from "#test/sdk/formats/support/books.ts";
import { referenceOf } from "#test/sdk/history/support/donors.ts";
import { agreement, fund, knownBook, programme } from "#test/sdk/history/support/logs.ts";
import { simulatedDeployment } from "./support/replay.ts";

interface Described {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
}

interface Content {
  readonly schema: { readonly $ref?: string };
}

const NOBODY = "0x0000000000000000000000000000000000000001";
/** What stands for each parameter of a path, right and wrong. */
const VALUES: Readonly<Record<string, string>> = {
  address: programme,
  hash: id("sheet"),
  file: "cycles.json",
  fund,
  reference: referenceOf(0),
};
const QUERIES = ["", "?limit=3", "?limit=3&cursor=4", "?limit=x", `?state=allocated&programme=${programme}`];

describe("the description of the history server", () => {
  const follower = { headSeen: 1_000 as number | null, problem: null as string | null };
  let folder = "";
  let store: SqlStore;
  let app: Hono;
  let description: Described;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-describe-"));
    store = await SqlStore.open({ sqliteFile: join(folder, "index.sqlite") }, "test");
    const simulation = donorSample();
    const { writer } = simulation;
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
    const reduction = await reduceEvents(
      decodeLogs(writer.logs, knownBook()),
      await store.position(),
      (keys) => store.load(keys),
    );
    const checkpoint = { block: 990, hash: id("block 990"), timestamp: 1_790_000_000 };
    await store.commit({ reduction, checkpoints: [checkpoint], undoFrom: 990 });
    app = historyApp({ store, follower, deployment: simulatedDeployment(), log: () => undefined });
    description = (await (await app.request("/api/openapi.json")).json()) as Described;
  });
  after(async () => {
    await store?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("names every route that the server has, and no other", () => {
    const served = app.routes
      .filter(({ method, path }) => method === "GET" && !path.startsWith("/api/v1/"))
      .map(({ path }) => path.replace(/:(\w+)/g, "{$1}"));
    assert.deepEqual(Object.keys(description.paths).toSorted(), [...new Set(served)].toSorted());
    const versioned = app.routes.filter(
      ({ method, path }) => method === "GET" && path.startsWith("/api/v1/"),
    );
    const below = served.filter((path) => path.startsWith("/api/"));
    assert.equal(versioned.length, below.length);
  });

  it("tells of every answer what it looks like", async () => {
    const seen = new Set<string>();
    for (const [path, { get }] of Object.entries(description.paths)) {
      for (const url of urlsOf(path, get)) {
        const response = await app.request(url);
        assertDescribed(description, get, url, response, await response.text());
        seen.add(`${path} ${response.status}`);
      }
    }
    assert.ok(seen.has("/api/programmes/{address}/receipts 200"));
    assert.ok(seen.has("/api/programmes/{address}/receipts 400"));
    assert.ok(seen.has("/api/programmes/{address}/receipts 404"));
    assert.ok(seen.has("/api/documents/{hash} 200"));
    assert.equal(
      Object.keys(description.paths).some((path) => !seen.has(`${path} 200`)),
      false,
    );
  });

  it("would notice an answer that is not as described", async () => {
    const response = await app.request(`/api/programmes/${programme}`);
    const operation = description.paths["/api/programmes/{address}"]?.get;
    assert.ok(operation);
    const answer = (await response.json()) as Record<string, unknown>;
    for (const wrong of [
      { ...answer, funded: 1 },
      { ...answer, households: 9 },
      { ...answer, more: "" },
    ])
      assert.throws(() => assertDescribed(description, operation, "", response, JSON.stringify(wrong)));
  });

  it("describes the parameters that it takes", () => {
    const receipts = description.paths["/api/programmes/{address}/receipts"]?.get.parameters ?? [];
    assert.deepEqual(
      receipts.map(({ name, in: place }) => `${place} ${name}`),
      [
        "path address",
        "query limit",
        "query cursor",
        "query number",
        "query account",
        "query shop",
        "query terminal",
      ],
    );
    const file = description.paths["/api/export/{file}"]?.get.parameters?.[0];
    assert.ok(file);
    assert.deepEqual((file.schema as { enum: string[] }).enum, EXPORT_NAMES);
  });

  it("hands out every export with its name, its type, and 304 to whoever has it", async () => {
    for (const file of EXPORT_NAMES) {
      for (const path of [`/api/programmes/${programme}/export/${file}`, `/api/v1/export/${file}`]) {
        const response = await app.request(path);
        assert.equal(response.status, 200, path);
        const name = response.headers.get("content-disposition") ?? "";
        assert.match(
          name,
          new RegExp(`^attachment; filename="annona-31337-(all|0x[0-9a-fA-F]{8})-${file}"$`),
        );
        assert.ok((await response.text()).length > 50);
        const tag = response.headers.get("etag") ?? "";
        const again = await app.request(path, { headers: { "if-none-match": tag } });
        assert.deepEqual([again.status, await again.text()], [304, ""]);
      }
    }
    const unknown = await app.request(`/api/programmes/${programme}/export/passwords.txt`);
    assert.equal(unknown.status, 400);
    const nobody = await app.request(`/api/programmes/${NOBODY}/export/iati.xml`);
    assert.equal(nobody.status, 404);
  });

  it("is ready while it is near the head, and says why when it is not", async () => {
    const ready = async () => {
      const response = await app.request("/ready");
      return { status: response.status, ...((await response.json()) as object) };
    };
    const good = { ready: true, database: "ok", indexedBlock: 990, headSeen: 1_000, lag: 10, problem: null };
    assert.deepEqual(await ready(), { status: 200, ...good });
    follower.headSeen = 2_000;
    assert.deepEqual(await ready(), { status: 503, ...good, ready: false, headSeen: 2_000, lag: 1_010 });
    follower.headSeen = 1_000;
    follower.problem = "HIST-801";
    assert.deepEqual(await ready(), { status: 503, ...good, ready: false, problem: "HIST-801" });
    follower.problem = null;
    const broken = { ...store, read: () => Promise.reject(new Error("gone")) } as unknown as SqlStore;
    const without = historyApp({
      store: broken,
      follower,
      deployment: simulatedDeployment(),
      log: () => undefined,
    });
    const response = await without.request("/ready");
    assert.equal(response.status, 503);
    assert.equal(((await response.json()) as { database: string }).database, "unreachable");
    assert.equal((await without.request("/health")).status, 200);
  });

  it("counts requests by route and errors by code, and tells nobody's address or number", async () => {
    await app.request(`/api/programmes/${NOBODY}`);
    await app.request(`/api/programmes/${programme}/receipts?account=4711`);
    await app.request("/api/secret-path-4711", { method: "BREW" });
    const text = await (await app.request("/metrics")).text();
    assert.match(text, /^annona_history_indexed_block 990$/m);
    assert.match(text, /^annona_history_head_block 1000$/m);
    assert.match(text, /^annona_history_lag_blocks 10$/m);
    assert.match(
      text,
      /request_seconds_count\{route="\/api\/programmes\/:address",method="GET",status="404"\} \d/,
    );
    assert.match(text, /errors_total\{code="HIST-401"\} \d/);
    // Figures at the ends of lines, such as bytes of memory, may hold any digits by chance.
    assert.equal(/0x[0-9a-f]{8}|4711|BREW/i.test(text.replaceAll(/ [-+\d.e]+$/gm, "")), false);
  });
});

/** Addresses to ask for a path: known, unknown and wrong ones, with and without parameters. */
function urlsOf(path: string, { parameters = [] }: Operation): string[] {
  const queries = parameters.some((one) => one.in === "query") ? QUERIES : [""];
  const [, kind = ""] = /^\/api\/(\w+)\/\{address\}/.exec(path) ?? [];
  const known = { funds: fund, agreements: agreement }[kind] ?? programme;
  const file = { funds: "contributions.json", agreements: "milestones.json" }[kind] ?? VALUES.file ?? "";
  const addresses = path.includes("{address}") ? [known, NOBODY, "0x12"] : [""];
  return addresses.flatMap((address) => {
    const values = { ...VALUES, file, address };
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name as keyof typeof values] ?? "");
    return queries.map((query) => `${url}${query}`);
  });
}

/** The answer must be one that the description has for its status, of that media type, and fit its schema. */
function assertDescribed(
  { components }: Described,
  { responses }: Operation,
  url: string,
  response: Response,
  body: string,
): void {
  const described = responses[response.status];
  assert.ok(described, `${url}: ${response.status} is not described`);
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  const content = Object.entries(described.content ?? {}).find(
    ([media]) => media.split(";")[0] === type,
  )?.[1];
  assert.ok(content, `${url}: ${type} is not described`);
  const name = content.schema.$ref?.split("/").at(-1);
  if (name === undefined) return;
  const result = z.fromJSONSchema(components.schemas[name] as never).safeParse(JSON.parse(body));
  assert.ok(result.success, `${url}: ${result.error?.message}`);
}
