// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { once } from "node:events";
import { before, describe, test } from "node:test";
import { Worker } from "node:worker_threads";
import {
  commitWritten,
  decodePage,
  encodePage,
  type Household,
  importOfficeKey,
  mergePage,
  type OfficeKey,
  openPage,
  pagesOf,
  randomOfficeKey,
  sealPage,
} from "#sdk/households/index.ts";
import { accountNumberOf, type Committer, createCommitter } from "#sdk/list/index.ts";
import type { SealerReport, SealerTask } from "./support/sealer.ts";

const at = (account: number, more: Omit<Household, "account">): Household => ({
  account: accountNumberOf(account),
  ...more,
});

describe("pages of the household map", () => {
  test("households go to the page of their block of 256, ascending", () => {
    const pages = pagesOf([
      at(513, { identifier: "C" }),
      at(256, { identifier: "A" }),
      at(511, { identifier: "B" }),
    ]);
    assert.deepEqual(
      pages.map(({ page, entries }) => [page, entries.map(({ account }) => account)]),
      [
        [1, [256, 511]],
        [2, [513]],
      ],
    );
  });

  test("merging adds, replaces by field, keeps what is not given and drops what is given empty", () => {
    const page = mergePage({ page: 1, entries: [] }, [
      at(257, { identifier: "B", phone: "1", name: "Bea" }),
      at(256, { identifier: "A", phone: "2" }),
    ]);
    const merged = mergePage(page, [
      at(258, { identifier: "C" }),
      at(257, { identifier: "B2", phone: "" }),
      at(256, { identifier: "A", name: "Ada" }),
    ]);
    assert.deepEqual(merged.entries, [
      { account: 256, identifier: "A", phone: "2", name: "Ada" },
      { account: 257, identifier: "B2", name: "Bea" },
      { account: 258, identifier: "C" },
    ]);
    assert.equal(page.entries.length, 2, "the page that was given is as it was");
  });

  test("an account of another page is refused", () => {
    assert.throws(() => mergePage({ page: 1, entries: [] }, [at(255, { identifier: "A" })]), {
      code: "HOUSE-203",
    });
  });

  test("bytes hold a page whole, accents and other scripts included", () => {
    const [page] = pagesOf([
      at(300, { identifier: "\u0645-1", name: "A\u00efcha" }),
      at(301, { identifier: "2" }),
    ]);
    assert.ok(page);
    assert.deepEqual(decodePage(encodePage(page)), page);
  });

  test("what is no page is refused without quoting it", () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const wrong = ["", "{}", '{"format":"annona-households-2","page":1,"entries":[]}', "\u00ff"];
    for (const text of wrong) assert.throws(() => decodePage(bytes(text)), { code: "HOUSE-202" });
    const secret = bytes('{"format":"annona-households-1","page":1,"entries":[["Amina"]]}');
    assert.throws(
      () => decodePage(secret),
      (error: Error) => !`${error.message} ${String(error.cause)}`.includes("Amina"),
    );
  });
});

describe("a sealed page", () => {
  let key: OfficeKey;
  before(async () => {
    key = await importOfficeKey(randomOfficeKey());
  });
  const [page] = pagesOf([at(256, { identifier: "HH-1", phone: "+226", name: "Amina" })]);
  assert.ok(page);

  test("opens as its own page only, and in its own organisation", async () => {
    const sealed = await sealPage(key, 3, page);
    assert.deepEqual(await openPage(key, 3, 1, sealed), page);
    await assert.rejects(openPage(key, 3, 2, sealed), { code: "HOUSE-201" });
    await assert.rejects(openPage(key, 4, 1, sealed), { code: "HOUSE-201" });
  });

  test("100,000 households are sealed in a worker in under 3 s", async (t) => {
    const worker = new Worker(new URL("./support/sealer.ts", import.meta.url));
    worker.postMessage({ officeKey: randomOfficeKey(), households: 100_000 } satisfies SealerTask);
    const [report] = (await once(worker, "message")) as [SealerReport];
    await worker.terminate();
    t.diagnostic(
      `${report.pages} pages, ${report.bytes} bytes, sealed in ${Math.round(report.sealMilliseconds)} ms`,
    );
    assert.deepEqual([report.pages, report.opened], [391, 100_000]);
    assert.ok(report.sealMilliseconds < 3_000, `took ${report.sealMilliseconds} ms`);
  });
});

describe("an id as an officer types it", () => {
  let commit: Committer;
  before(async () => {
    commit = await createCommitter({ key: new Uint8Array(32).fill(7), namespace: "national-id" });
  });

  test("has one commitment however it is written", () => {
    assert.equal(commitWritten(commit, " bfa-0042/x "), commitWritten(commit, "BFA0042X"));
    assert.notEqual(commitWritten(commit, "BFA0042X"), commitWritten(commit, "BFA0042Y"));
  });

  test("that is none is refused by number, without quoting it", () => {
    const codes = {
      " - ": "HOUSE-401",
      "2.54708E+11": "HOUSE-402",
      ["9".repeat(65)]: "HOUSE-403",
      "a&b": "HOUSE-404",
    };
    for (const [written, code] of Object.entries(codes)) {
      assert.throws(
        () => commitWritten(commit, written),
        (error: Error & { code?: string }) =>
          error.code === code && !error.message.includes(written.trim() || "?"),
      );
    }
  });
});
