// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { readConfig } from "#server/office/config.ts";
import { type FileStore, FolderStore, keyOf, S3Store } from "#server/office/files/index.ts";
import { noS3, startS3, type TestS3 } from "#test/server/support/s3.ts";

const AGREEMENT = "0xAbCdEF0123456789abcdef0123456789ABCDEF01";
const HASH = `0x${"7e".repeat(32)}`;
const KEY = keyOf(AGREEMENT, HASH);
const CONTENT = new Uint8Array([0, 1, 2, 255, 10, 13]);

/** What every storage of files does. */
function behaves(storeOf: () => FileStore): void {
  it("has nothing where nothing was put", async () => {
    assert.equal(await storeOf().get(keyOf(AGREEMENT, `0x${"00".repeat(32)}`)), undefined);
  });

  it("gives back byte for byte what was put, also when it was put twice, and nothing for nothing", async () => {
    await storeOf().put(KEY, CONTENT);
    await storeOf().put(KEY, CONTENT);
    assert.deepEqual(new Uint8Array((await storeOf().get(KEY)) ?? []), CONTENT);
    const empty = keyOf(AGREEMENT, `0x${"11".repeat(32)}`);
    await storeOf().put(empty, new Uint8Array());
    assert.equal((await storeOf().get(empty))?.length, 0);
  });
}

describe("files in a folder", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-files-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  behaves(() => new FolderStore(join(folder, "files")));

  it("are readable for the server's user alone, and no half ones are left", async () => {
    const place = join(folder, "files", ...KEY.split("/"));
    assert.equal((await stat(place)).mode & 0o077, 0);
    const names = await readdir(join(place, ".."));
    assert.ok(names.every((name) => !name.endsWith(".part")));
  });

  it("stay in the folder: a key of another form is refused", async () => {
    const store = new FolderStore(folder);
    for (const key of ["agreements/../../x", "/etc/passwd", "agreements/AB", ""]) {
      await assert.rejects(store.get(key), /another form/, key);
    }
  });

  it("that cannot be written are OFFICE-503, without a path in it", async () => {
    await writeFile(join(folder, "taken"), "");
    const refused = new FolderStore(join(folder, "taken")).put(KEY, CONTENT);
    await assert.rejects(refused, (error: Error & { code?: string }) => {
      assert.equal(error.code, "OFFICE-503");
      assert.ok(!error.message.includes(folder));
      return true;
    });
  });
});

describe("files in S3-compatible storage", { skip: noS3 }, () => {
  let s3: TestS3;
  before(async () => {
    s3 = await startS3();
  });
  after(() => s3?.stop());

  behaves(() => new S3Store(s3.place));

  it("are refused to whoever signs with another key", async () => {
    const thief = new S3Store({ ...s3.place, accessKeyId: "another" });
    await assert.rejects(thief.put(KEY, CONTENT), { code: "OFFICE-503" });
  });

  it("of a storage that is away are OFFICE-503", async () => {
    const away = new S3Store({ ...s3.place, endpoint: "http://127.0.0.1:9" });
    await assert.rejects(away.get(KEY), { code: "OFFICE-503" });
  });
});

describe("where the office keeps files", () => {
  const given = [
    "--s3-endpoint",
    "https://s3.example.org",
    "--s3-bucket",
    "relief",
    "--s3-key-file",
    "no-such-file",
  ];
  const refused = (...args: string[]) =>
    assert.throws(
      () => readConfig(["--deployment", "x", "--organisation", "1", "--origins", "", ...args], {}),
      {
        code: "OFFICE-801",
      },
    );

  it("is one place, told completely", () => {
    refused("--s3-endpoint", "https://s3.example.org");
    refused("--s3-endpoint", "no address");
    refused(...given, "--files-folder", "x");
    refused(...given);
  });
});
