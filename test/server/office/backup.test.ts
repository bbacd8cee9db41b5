// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { Hono } from "hono";
import { writeDeployment } from "#scripts/deploy/deploymentFiles.ts";
import { OfficeError } from "#sdk/office/index.ts";
import type { OfficeEnv } from "#server/office/api/parts.ts";
import { backupApi, restoreBackup, writeBackup } from "#server/office/backup/index.ts";
import { FolderStore, S3Store } from "#server/office/files/index.ts";
import { identityOf } from "#server/office/server.ts";
import { OfficeStore } from "#server/office/store/officeStore.ts";
import { ending, startCli } from "#test/e2e/support/office.ts";
import { databaseKinds } from "#test/server/support/databases.ts";
import {
  AGREEMENT,
  CONTENTS,
  contentsIn,
  DEPLOYMENT,
  filled,
  IDENTITY,
  LOST,
  ORGANISATION,
  openStore,
} from "./support/backedUp.ts";
import { contentOf } from "./support/content.ts";

const [sqlite] = databaseKinds;

describe("a backup of an office", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-backups-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const fileOf = (t: TestContext): string => join(folder, t.name.replace(/\W+/g, "-"));

  for (const from of databaseKinds)
    for (const to of databaseKinds) {
      const skip = from.skip ?? to.skip ?? false;
      test(`goes from ${from.name} to ${to.name} with every row of every table but the sessions`, {
        skip,
      }, async (t) => {
        const source = await filled(t, from);
        const target = await openStore(t, to);
        const written = await writeBackup(source, fileOf(t));
        const restored = await restoreBackup(target, IDENTITY, fileOf(t));
        assert.deepEqual(restored, written);
        assert.deepEqual([written.organisation, written.chainId], [ORGANISATION, 31_337]);
        const expected = { ...(await contentOf(source.store)), sessions: [] };
        assert.deepEqual(await contentOf(target.store), expected);
        assert.ok(written.rows > 100, String(written.rows));
        assert.deepEqual([written.files, written.filesMissing], [CONTENTS.length, LOST]);
        assert.deepEqual(await contentsIn(target.files), CONTENTS);
      });

      test(`is of one moment on ${from.name}, whatever is written meanwhile, to ${to.name}`, {
        skip,
      }, async (t) => {
        const source = await filled(t, from);
        const writing = (async () => {
          for (let i = 100; i < 130; i++) {
            const row = { name: `pair-${i}`, value: "" };
            // Two rows that belong together.
            await source.store.transaction(async (db) => {
              await db.insertInto("meta").values(row).execute();
              await db
                .insertInto("documents")
                .values({ hash: row.name, content: Buffer.of(1), createdBy: "", createdAt: i })
                .execute();
            });
          }
        })();
        await writeBackup(source, fileOf(t));
        await writing;
        const target = await openStore(t, to);
        await restoreBackup(target, IDENTITY, fileOf(t));
        const { meta = [], documents = [] } = await contentOf(target.store);
        const pairs = (rows: readonly string[]) => rows.filter((row) => row.includes("pair-")).length;
        assert.equal(pairs(meta), pairs(documents));
      });
    }

  /** Restore changed bytes into an empty database and see that it stays empty. */
  async function refuse(t: TestContext, bytes: Uint8Array, code: string, identity = IDENTITY): Promise<void> {
    await writeFile(fileOf(t), bytes);
    const target = await openStore(t, sqlite, identity);
    const empty = await contentOf(target.store);
    await assert.rejects(restoreBackup(target, identity, fileOf(t)), { code });
    assert.deepEqual(await contentOf(target.store), empty);
    assert.deepEqual(await readdir(target.folder), []);
  }

  async function backup(t: TestContext): Promise<Buffer> {
    await writeBackup(await filled(t, sqlite), fileOf(t));
    return await readFile(fileOf(t));
  }

  const repacked = (bytes: Buffer, change: (lines: string[]) => string[]): Buffer =>
    gzipSync(change(gunzipSync(bytes).toString("utf8").split("\n")).join("\n"));

  test("that is damaged anywhere is refused whole", async (t) => {
    const bytes = await backup(t);
    for (let part = 1; part < 12; part++) {
      const at = Math.floor((bytes.length * part) / 12);
      await refuse(
        t,
        bytes.map((byte, i) => (i === at ? byte ^ 0x20 : byte)),
        "OFFICE-701",
      );
      await refuse(t, bytes.subarray(0, at), "OFFICE-701");
    }
  });

  test("from which a row was taken, or in which one was changed, is refused whole", async (t) => {
    const bytes = await backup(t);
    await refuse(
      t,
      repacked(bytes, (lines) => lines.toSpliced(5, 1)),
      "OFFICE-701",
    );
    await refuse(
      t,
      repacked(bytes, (lines) => lines.toSpliced(5, 0, lines[5] ?? "")),
      "OFFICE-701",
    );
    await refuse(
      t,
      repacked(bytes, (lines) => lines.map((line) => line.replace(" 4", " 5"))),
      "OFFICE-701",
    );
    await refuse(
      t,
      repacked(bytes, (lines) => lines.slice(0, -2)),
      "OFFICE-701",
    );
    await refuse(
      t,
      repacked(bytes, (lines) => [...lines.slice(0, -1), '["meta","a","b"]', ""]),
      "OFFICE-701",
    );
  });

  test("with rows that no table has is refused, though its sum is right", async (t) => {
    const bytes = await backup(t);
    const odd = repacked(bytes, (lines) => {
      const body = [...lines.slice(0, -2), '["sessions","a"]'];
      const sha256 = createHash("sha256")
        .update(`${body.join("\n")}\n`)
        .digest("hex");
      const end = JSON.parse(lines.at(-2) ?? "") as { rows: Record<string, number> };
      return [...body, JSON.stringify({ rows: { ...end.rows, sessions: 1 }, sha256 }), ""];
    });
    await refuse(t, odd, "OFFICE-701");
  });

  test("in which a file is not the one of its hash, or that no row names, is refused whole", async (t) => {
    const bytes = await backup(t);
    const summed = (change: (line: string) => string[]) =>
      repacked(bytes, (lines) => {
        const body = lines
          .slice(0, -2)
          .flatMap((line) => (line.startsWith('["files"') ? change(line) : [line]));
        const sha256 = createHash("sha256")
          .update(`${body.join("\n")}\n`)
          .digest("hex");
        const files = body.filter((line) => line.startsWith('["files"')).length;
        return [...body, JSON.stringify({ ...JSON.parse(lines.at(-2) ?? ""), files, sha256 }), ""];
      });
    const changed = (line: string) => [line.replace(/"[^"]*"\]$/, '"AAAA"]')];
    const elsewhere = (line: string) => [line.replace(AGREEMENT, AGREEMENT.replace("0xA", "0xB"))];
    await refuse(t, summed(changed), "OFFICE-701");
    await refuse(t, summed(elsewhere), "OFFICE-701");
    await refuse(
      t,
      summed((line) => [line, line]),
      "OFFICE-701",
    );
  });

  test("without files, as the version before wrote it, is restored", async (t) => {
    const bytes = await backup(t);
    const old = repacked(bytes, ([first = "", ...rest]) => {
      const header = JSON.stringify({ ...JSON.parse(first), version: 1 });
      const body = [header, ...rest.slice(0, -2).filter((line) => !line.startsWith('["files"'))];
      const { rows } = JSON.parse(rest.at(-2) ?? "") as { rows: object };
      const sha256 = createHash("sha256")
        .update(`${body.join("\n")}\n`)
        .digest("hex");
      return [...body, JSON.stringify({ rows, sha256 }), ""];
    });
    await writeFile(fileOf(t), old);
    const target = await openStore(t, sqlite);
    const { files, filesMissing } = await restoreBackup(target, IDENTITY, fileOf(t));
    assert.deepEqual([files, filesMissing], [0, CONTENTS.length + LOST]);
  });

  test("of another organisation or chain is refused", async (t) => {
    const bytes = await backup(t);
    await refuse(t, bytes, "OFFICE-703", identityOf(DEPLOYMENT, 4));
    await refuse(t, bytes, "OFFICE-703", identityOf({ ...DEPLOYMENT, chainId: 1 }, ORGANISATION));
  });

  test("of a newer version is refused", async (t) => {
    const bytes = await backup(t);
    const header = (change: object) =>
      repacked(bytes, ([first = "", ...rest]) => [
        JSON.stringify({ ...JSON.parse(first), ...change }),
        ...rest,
      ]);
    await refuse(t, header({ version: 3 }), "OFFICE-704");
    await refuse(t, header({ steps: ["0001-tables", "9999-later"] }), "OFFICE-704");
  });

  test("that is none at all is refused", async (t) => {
    await refuse(t, Buffer.from("account,amount\n1,2\n"), "OFFICE-702");
    await refuse(t, gzipSync("account,amount\n1,2\n"), "OFFICE-702");
    await refuse(t, gzipSync(""), "OFFICE-702");
  });

  test("never goes over data that is there", async (t) => {
    await backup(t);
    const target = await openStore(t, sqlite);
    await target.store.db
      .insertInto("documents")
      .values({ hash: "a", content: Buffer.of(1), createdBy: "", createdAt: 1 })
      .execute();
    await assert.rejects(restoreBackup(target, IDENTITY, fileOf(t)), { code: "OFFICE-705" });
    assert.equal((await contentOf(target.store)).documents?.length, 1);
    assert.deepEqual(await readdir(target.folder), []);
  });

  test("is for its owner's eyes, and not there at all when it could not be finished", async (t) => {
    const source = await filled(t, sqlite);
    await writeBackup(source, fileOf(t));
    assert.equal((await stat(fileOf(t))).mode & 0o077, 0);
    await assert.rejects(writeBackup(source, join(folder, "no", "such", "folder")), { code: "OFFICE-707" });
    const away = new S3Store({
      endpoint: "http://127.0.0.1:9",
      bucket: "relief",
      region: "x",
      accessKeyId: "x",
      secretAccessKey: "x",
    });
    const file = `${fileOf(t)}-2`;
    const withoutStorage = writeBackup({ store: source.store, files: away }, file);
    await assert.rejects(withoutStorage, { code: "OFFICE-503" });
    assert.equal((await source.store.db.selectFrom("documents").selectAll().execute()).length, LOST);
    await source.store.db.deleteFrom("meta").execute();
    await assert.rejects(writeBackup(source, file), { code: "OFFICE-706" });
    assert.ok(!existsSync(file) && !existsSync(`${file}.part`));
  });

  test("is handed to administrators, and to nobody else", async (t) => {
    const source = await filled(t, sqlite);
    const log: string[] = [];
    const appFor = (...roles: ("Administrator" | "Custodian")[]) => {
      const app = new Hono<OfficeEnv>();
      app.use(async (c, next) => {
        c.set("caller", { kind: "officer", address: "0x1", roles: new Set(roles) } as never);
        await next();
      });
      app.onError((error, c) => c.text(error instanceof OfficeError ? error.code : "?", 403));
      return app.route("/", backupApi({ ...source, log: (line) => log.push(line) }));
    };
    const refused = await appFor("Custodian").request("/backup");
    assert.deepEqual([refused.status, await refused.text()], [403, "OFFICE-201"]);
    const given = await appFor("Administrator").request("/backup");
    assert.match(given.headers.get("content-disposition") ?? "", /annona-office-3-\d{4}-\d\d-\d\d\.backup/);
    await writeFile(fileOf(t), Buffer.from(await given.arrayBuffer()));
    const target = await openStore(t, sqlite);
    await restoreBackup(target, IDENTITY, fileOf(t));
    assert.deepEqual((await contentOf(target.store)).cards, (await contentOf(source.store)).cards);
    assert.deepEqual(await contentsIn(target.files), CONTENTS);
    assert.deepEqual(log, [`backup without ${LOST} files that the storage has lost`]);
  });

  for (const kind of databaseKinds) {
    test(`is made and restored by commands, into ${kind.name}`, { skip: kind.skip ?? false }, async (t) => {
      const { store, address, folder: files } = await filled(t, sqlite);
      assert.ok("sqliteFile" in address);
      await writeDeployment(join(folder, "deployments"), DEPLOYMENT);
      const run = (...args: string[]) => ending(startCli(folder, "http://127.0.0.1:9", ["office", ...args]));
      const file = fileOf(t);

      const from = ["--sqlite-file", address.sqliteFile, "--files-folder", files];
      const made = await run("backup", file, ...from, "--json");
      assert.equal(made.code, 0, made.stderr);
      const target = await kind.create();
      t.after(() => target.remove());
      const restoredFiles = join(folder, `files-${kind.name}`);
      const database =
        "sqliteFile" in target.address
          ? ["--sqlite-file", target.address.sqliteFile]
          : ["--database-url", target.address.postgresUrl];
      const into = [...database, "--files-folder", restoredFiles];
      const foreign = await run("restore", file, ...into, "--organisation", "4");
      assert.deepEqual([foreign.code, /OFFICE-703/.test(foreign.stderr)], [1, true], foreign.stderr);
      await target.wipe();
      const restored = await run("restore", file, ...into, "--organisation", "3", "--json");
      assert.equal(restored.code, 0, restored.stderr);
      assert.deepEqual(JSON.parse(restored.stdout), JSON.parse(made.stdout));
      const opened = await OfficeStore.open(target.address, IDENTITY);
      t.after(() => opened.close());
      assert.deepEqual(await contentOf(opened), { ...(await contentOf(store)), sessions: [] });
      assert.deepEqual(await contentsIn(new FolderStore(restoredFiles)), CONTENTS);
      const wrong = await run("backup", file, ...from, "--s3-endpoint", "nowhere");
      assert.match(wrong.stderr, /OFFICE-801[\s\S]*--s3-endpoint is not a web address/);
      const missing = await run("backup", `${file}-3`, "--sqlite-file", join(folder, "nothing.sqlite"));
      assert.match(missing.stderr, /OFFICE-706/);
      assert.ok(!existsSync(join(folder, "nothing.sqlite")), "looking does not make a database");
    });
  }
});
