// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { OfficeError } from "#sdk/office/index.ts";
import type { TestAgency } from "./support/agency.ts";
import { type Browser, ORIGIN } from "./support/browser.ts";
import { type OfficePlace, openPlace } from "./support/place.ts";
import type { TestServer } from "./support/server.ts";

/** Stands for whatever must never leave a request: a name, an id, a PIN. */
const SECRET = "Maryam-4711";

describe("the limits of the office server", () => {
  let place: OfficePlace;
  let agency: TestAgency;
  let server: TestServer;
  let custodian: Browser;
  let preparer: Browser;

  before(async () => {
    place = await openPlace();
    ({ agency, server } = place);
    custodian = server.browser();
    await custodian.signIn(agency.people.custodian);
    preparer = server.browser();
    await preparer.signIn(agency.people.preparer);
  });

  after(() => place?.stop());

  const send = async (
    browser: Browser,
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | ReadableStream,
    headers: Record<string, string> = { "content-type": "application/json" },
  ): Promise<{ status: number; code: string; message: string }> => {
    const response = await browser.fetch(`${server.url}/office${path}`, {
      method,
      body,
      headers,
      ...(body instanceof ReadableStream ? { duplex: "half" as const } : {}),
    });
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    return { status: response.status, ...error };
  };

  it("takes JSON of a megabyte and files of 64, whether their length is said or not", async () => {
    const json = await send(preparer, "POST", "/drafts", JSON.stringify({ title: "x".repeat(1_100_000) }));
    assert.deepEqual([json.status, json.code], [413, "OFFICE-205"]);
    const large = new Uint8Array(65_000_000);
    await assert.rejects(
      custodian.client.writeHouseholdPage(1, 0, large),
      (error: unknown) => error instanceof OfficeError && error.code === "OFFICE-205",
    );
    // Whoever does not count beforehand is cut off, or hears the reason, as the machine's buffers have it.
    const nowhere = `/agreements/0x${"12".repeat(20)}/files/0x${"34".repeat(32)}`;
    for (const [path, body] of [
      ["/households/1", large],
      [nowhere, large.subarray(0, 25_000_001)],
    ] as const) {
      const file = await send(custodian, "PUT", path, body, { "if-match": '"0"' }).catch(
        (error: unknown) => ({ code: (error as Error).message }),
      );
      assert.ok(["OFFICE-205", "fetch failed"].includes(file.code), file.code);
    }
    assert.equal(await custodian.client.readHouseholdPage(1), null);
    // A body that does not say its length: two megabytes, in pieces.
    let pieces = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces += 1;
        if (pieces > 10) controller.close();
        else controller.enqueue(new Uint8Array(200_000).fill(0x61));
      },
    });
    const pieced = await send(preparer, "POST", "/drafts", stream);
    assert.deepEqual([pieced.status, pieced.code], [413, "OFFICE-205"]);
    assert.equal(await custodian.client.writeHouseholdPage(1, 0, new Uint8Array(60_000_000)), 1);
  });

  it("names the field that is wrong, and never what stood in it", async () => {
    const cases: readonly (readonly [method: string, path: string, body: unknown, code: string])[] = [
      ["POST", "/drafts", { programme: SECRET, title: "x" }, "OFFICE-204"],
      ["POST", "/drafts", { programme: agency.programme.address, title: "" }, "OFFICE-204"],
      ["POST", "/drafts", { programme: agency.programme.address, title: "x", [SECRET]: 1 }, "OFFICE-204"],
      ["POST", "/drafts", { programme: agency.programme.address, title: `a\n${SECRET}` }, "OFFICE-204"],
      ["POST", "/drafts", { programme: `0x${"00".repeat(20)}`, title: SECRET }, "OFFICE-210"],
      ["PATCH", `/drafts/${SECRET}`, { title: "x" }, "OFFICE-204"],
      ["PATCH", `/drafts/${crypto.randomUUID()}`, { title: "x" }, "OFFICE-208"],
      ["PATCH", `/drafts/${crypto.randomUUID()}`, { cycle: 4 }, "OFFICE-204"],
      ["POST", "/requests", { draft: crypto.randomUUID(), commitments: [SECRET] }, "OFFICE-204"],
      [
        "POST",
        "/requests",
        { draft: crypto.randomUUID(), commitments: [`0x${"ab".repeat(32)}`] },
        "OFFICE-401",
      ],
      ["PUT", "/mappings/x", { header: 5, options: {} }, "OFFICE-204"],
      ["POST", "/exceptions", { programme: agency.programme.address, note: SECRET }, "OFFICE-204"],
      ["POST", "/lists", { facts: {}, list: SECRET, sheet: "" }, "OFFICE-204"],
      ["POST", "/session", { message: SECRET, signature: "0x1234" }, "OFFICE-104"],
      ["POST", "/nowhere", {}, "OFFICE-207"],
    ];
    for (const [method, path, body, code] of cases) {
      const told = await send(preparer, method, path, JSON.stringify(body));
      assert.equal(told.code, code, `${method} ${path}: ${told.message}`);
      assert.ok(!told.message.includes(SECRET), told.message);
    }
    const noJson = await send(preparer, "POST", "/drafts", `{"title":"${SECRET}`);
    assert.deepEqual([noJson.code, noJson.message.includes(SECRET)], ["OFFICE-209", false]);
    const form = await send(preparer, "POST", "/drafts", "title=x", {
      "content-type": "application/x-www-form-urlencoded",
    });
    assert.deepEqual([form.status, form.code], [415, "OFFICE-209"]);
    const card = { account: agency.accounts[0], serial: "7391", pin: "99999999999" };
    const pin = await send(custodian, "POST", "/cards/verify", JSON.stringify(card));
    assert.deepEqual([pin.code, pin.message.includes("99999")], ["OFFICE-204", false]);
  });

  it("slows a caller down who asks without end, and only that one", async () => {
    const statuses = new Map<number, number>();
    let last: Response | undefined;
    // Many at a time: one after the other would give a slow machine's server time to forget the first.
    const ask = async (): Promise<void> => {
      const response = await preparer.fetch(`${server.url}/office/me`);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      if (response.status === 429) last = response;
      await response.arrayBuffer();
    };
    for (let i = 0; i < 14; i++) await Promise.all(Array.from({ length: 50 }, ask));
    assert.ok((statuses.get(429) ?? 0) > 0 && (statuses.get(200) ?? 0) >= 500, [...statuses].join(" "));
    assert.ok(Number(last?.headers.get("retry-after")) >= 1);
    assert.equal(last?.headers.get("access-control-allow-origin"), ORIGIN);
    await assert.rejects(
      (async () => {
        for (;;) await preparer.client.me();
      })(),
      (error: unknown) =>
        error instanceof OfficeError && error.status === 429 && (error.retryAfter ?? 0) >= 1,
    );
    assert.equal((await custodian.client.me()).roles[0], "Custodian");
  });

  it("slows guessing at the door down", async () => {
    const codes = new Set<string>();
    for (let i = 0; i < 150; i++) {
      const told = await send(server.browser(), "POST", "/session", '{"message":"a","signature":"0x1234"}');
      codes.add(told.code);
    }
    assert.deepEqual([...codes].sort(), ["OFFICE-104", "OFFICE-206"]);
  });

  it("says so when the node is away, and signs nobody out", async () => {
    const other = await openPlace();
    const { agency: office, server: away } = other;
    const browser = away.browser();
    await browser.signIn(office.people.finance);
    await office.chain.kill();
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    await assert.rejects(
      browser.client.listDrafts(),
      (error: unknown) => error instanceof OfficeError && error.code === "OFFICE-502" && error.status === 503,
    );
    assert.ok(away.lines.at(-1)?.endsWith("OFFICE-502"));
    await other.stop();
  });

  it("logs methods, route patterns, statuses and codes, and nothing of what was sent", () => {
    const said = server.lines.join("\n");
    for (const { address } of Object.values(agency.people)) assert.ok(!said.includes(address));
    assert.ok(!said.includes(SECRET) && !said.includes(agency.programme.address));
    assert.match(said, /^office: PATCH \/office\/drafts\/:id 400 \d+ ms OFFICE-204$/m);
    assert.match(said, /^office: PUT \/office\/households\/:page 413 \d+ ms OFFICE-205$/m);
    for (const line of server.lines) {
      assert.match(line, /^office: [A-Z]+ (\/office\/[a-z:/]+|\(no route\)) \d{3} \d+ ms( OFFICE-\d{3})?$/);
    }
  });
});
