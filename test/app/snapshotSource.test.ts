// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { askSnapshot, snapshotAddress } from "#app/shared/api/snapshot.ts";
import { AppError } from "#app/shared/errors/AppError.ts";
import { type StaticSite, startStaticSite } from "../support/staticSite.ts";

const ADDRESS = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const indexedTo = { number: 7, hash: `0x${"ab".repeat(32)}`, timestamp: 1_790_000_000 };

describe("answers from a static snapshot", () => {
  let folder: string;
  let site: StaticSite;

  async function put(file: string, content: unknown): Promise<void> {
    const path = join(folder, "snap", file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify(content));
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-snapshot-"));
    await put("api/status.json", { chainId: 1, indexedTo, headSeen: 7, programmes: 1, problem: null });
    await put("api/programmes.json", { items: [{ address: ADDRESS }], nextCursor: null, indexedTo });
    await put(`api/programmes/${ADDRESS}.json`, { address: ADDRESS, indexedTo });
    await writeFile(join(folder, "index.html"), "<html></html>");
    site = await startStaticSite(folder);
  });
  after(async () => {
    await site?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (path: string) => askSnapshot(`${site.url}/snap/`, path);
  const refusedWith = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

  test("tell how old they are: by their own clock, or else by the last block", async () => {
    const status = (await ask("/api/status")) as { snapshot: unknown; chainId: number };
    assert.deepEqual(status.snapshot, { writtenAt: indexedTo.timestamp });
    assert.equal(status.chainId, 1);
    await put("api/snapshot.json", { writtenAt: 1_790_009_999 });
    const again = (await ask("/api/status")) as { snapshot: unknown };
    assert.deepEqual(again.snapshot, { writtenAt: 1_790_009_999 });
  });

  test("are found by an address in whatever letters", async () => {
    const wanted = { address: ADDRESS, indexedTo };
    assert.deepEqual(await ask(`/api/programmes/${ADDRESS}`), wanted);
    assert.deepEqual(await ask(`/api/programmes/${ADDRESS.toLowerCase()}`), wanted);
  });

  test("tell of a contribution by its reference, as text or in full", async () => {
    const reference = `0x${Buffer.from("GIFT-250").toString("hex").padEnd(64, "0")}`;
    const followed = { reference, indexedTo };
    await put(`api/follow/${ADDRESS}/${reference}.json`, followed);
    assert.deepEqual(await ask(`/api/follow/${ADDRESS}/GIFT-250`), followed);
    assert.deepEqual(await ask(`/api/follow/${ADDRESS}/${reference}`), followed);
    await assert.rejects(ask(`/api/follow/${ADDRESS}/GIFT-251`), refusedWith("APP-105"));
  });

  test("say so when there are none, also where the host hands out a page instead", async () => {
    await assert.rejects(ask(`/api/programmes/0x${"12".repeat(20)}`), refusedWith("APP-105"));
    await assert.rejects(ask("/api/documents/0x00"), refusedWith("APP-105"));
  });

  test("a file that was cut off is told from one that is not there", async () => {
    const broken = ADDRESS.replace("0x5", "0x6");
    await writeFile(join(folder, "snap", "api", "programmes", `${broken}.json`), '{"address":');
    await assert.rejects(ask(`/api/programmes/${broken}`), refusedWith("APP-106"));
  });

  test("say so when the snapshot itself is gone", async () => {
    await assert.rejects(askSnapshot(`${site.url}/nowhere`, "/api/status"), refusedWith("APP-106"));
    await assert.rejects(askSnapshot("http://127.0.0.1:9", "/api/status"), refusedWith("APP-101"));
  });

  test("exports keep their names", () => {
    assert.equal(snapshotAddress("/snap/", "/api/export/iati.xml"), "/snap/api/export/iati.xml");
    assert.equal(snapshotAddress("/snap", "/api/status"), "/snap/api/status.json");
  });
});
