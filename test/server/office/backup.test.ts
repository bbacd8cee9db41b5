// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { Hono } from "hono";
import { writeDeployment } from "#scripts/deploy/deploymentFiles.ts";
import { OfficeError } from "#sdk/office/index.ts";
import type { OfficeEnv } from "#server/office/api/parts.ts";
import { backupApi, restoreBackup, writeBackup } from "#server/office/backup/index.ts";
import { identityOf } from "#server/office/server.ts";
import { OfficeStore } from "#server/office/store/officeStore.ts";
import { ending, startCli } from "#test/e2e/support/office.ts";
import { contracts } from "#test/sdk/history/support/logs.ts";
import { type DatabaseKind, databaseKinds } from "#test/server/support/databases.ts";
import { contentOf, fillOffice } from "./support/content.ts";

const DEPLOYMENT = { chainId: 31_337, fromBlock: 1, contracts };
const ORGANISATION = 3;
const IDENTITY = identityOf(DEPLOYMENT, ORGANISATION);
const [sqlite] = databaseKinds;

async function openStore(t: TestContext, kind: DatabaseKind | undefined, identity = IDENTITY) {
  assert.ok(kind);
  const database = await kind.create();
  const store = await OfficeStore.open(database.address, identity);
  t.after(async () => {
    await store.close();
    await database.remove();
  });
  return { store, address: database.address };
}

async function filled(t: TestContext, kind: DatabaseKind | undefined) {
  const opened = await openStore(t, kind);
  await fillOffice(opened.store, 9);
  return opened;
}

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
        const written = await writeBackup(source.store, fileOf(t));
        const restored = await restoreBackup(target.store, IDENTITY, fileOf(t));
        assert.deepEqual(restored, written);
        assert.deepEqual([written.organisation, written.chainId], [ORGANISATION, 31_337]);
        const expected = { ...(await contentOf(source.store)), sessions: [] };
        assert.deepEqual(await contentOf(target.store), expected);
        assert.ok(written.rows > 100, String(written.rows));
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
        await writeBackup(source.store, fileOf(t));
        await writing;
        const target = await openStore(t, to);
        await restoreBackup(target.store, IDENTITY, fileOf(t));
        const { meta = [], documents = [] } = await contentOf(target.store);
        const pairs = (rows: readonly string[]) => rows.filter((row) => row.includes("pair-")).length;
        assert.equal(pairs(meta), pairs(documents));
      });
    }

  /** Restore changed bytes into an empty database and see that it stays empty. */
  async function refuse(t: TestContext, bytes: Uint8Array, code: string, identity = IDENTITY): Promise<void> {
    await writeFile(fileOf(t), bytes);
    const { store } = await openStore(t, sqlite, identity);
    const empty = await contentOf(store);
    await assert.rejects(restoreBackup(store, identity, fileOf(t)), { code });
    assert.deepEqual(await contentOf(store), empty);
  }

  async function backup(t: TestContext): Promise<Buffer> {
    const { store } = await filled(t, sqlite);
    await writeBackup(store, fileOf(t));
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
    await refuse(t, header({ version: 2 }), "OFFICE-704");
    await refuse(t, header({ steps: ["0001-tables", "9999-later"] }), "OFFICE-704");
  });

  test("that is none at all is refused", async (t) => {
    await refuse(t, Buffer.from("account,amount\n1,2\n"), "OFFICE-702");
    await refuse(t, gzipSync("account,amount\n1,2\n"), "OFFICE-702");
    await refuse(t, gzipSync(""), "OFFICE-702");
  });

  test("never goes over data that is there", async (t) => {
    await backup(t);
    const { store } = await openStore(t, sqlite);
    await store.db
      .insertInto("documents")
      .values({ hash: "a", content: Buffer.of(1), createdBy: "", createdAt: 1 })
      .execute();
    await assert.rejects(restoreBackup(store, IDENTITY, fileOf(t)), { code: "OFFICE-705" });
    assert.equal((await contentOf(store)).documents?.length, 1);
  });

  test("is for its owner's eyes, and not there at all when it could not be finished", async (t) => {
    const { store } = await filled(t, sqlite);
    await writeBackup(store, fileOf(t));
    assert.equal((await stat(fileOf(t))).mode & 0o077, 0);
    await assert.rejects(writeBackup(store, join(folder, "no", "such", "folder")), { code: "OFFICE-707" });
    await store.db.deleteFrom("meta").execute();
    const file = `${fileOf(t)}-2`;
    await assert.rejects(writeBackup(store, file), { code: "OFFICE-706" });
    assert.ok(!existsSync(file) && !existsSync(`${file}.part`));
  });

  test("is handed to administrators, and to nobody else", async (t) => {
    const { store } = await filled(t, sqlite);
    const appFor = (...roles: ("Administrator" | "Custodian")[]) => {
      const app = new Hono<OfficeEnv>();
      app.use(async (c, next) => {
        c.set("caller", { kind: "officer", address: "0x1", roles: new Set(roles) } as never);
        await next();
      });
      app.onError((error, c) => c.text(error instanceof OfficeError ? error.code : "?", 403));
      return app.route("/", backupApi({ store }));
    };
    const refused = await appFor("Custodian").request("/backup");
    assert.deepEqual([refused.status, await refused.text()], [403, "OFFICE-201"]);
    const given = await appFor("Administrator").request("/backup");
    assert.match(given.headers.get("content-disposition") ?? "", /annona-office-3-\d{4}-\d\d-\d\d\.backup/);
    await writeFile(fileOf(t), Buffer.from(await given.arrayBuffer()));
    const target = await openStore(t, sqlite);
    await restoreBackup(target.store, IDENTITY, fileOf(t));
    assert.deepEqual((await contentOf(target.store)).cards, (await contentOf(store)).cards);
  });

  for (const kind of databaseKinds) {
    test(`is made and restored by commands, into ${kind.name}`, { skip: kind.skip ?? false }, async (t) => {
      const { store, address } = await filled(t, sqlite);
      assert.ok("sqliteFile" in address);
      await writeDeployment(join(folder, "deployments"), DEPLOYMENT);
      const run = (...args: string[]) => ending(startCli(folder, "http://127.0.0.1:9", ["office", ...args]));
      const file = fileOf(t);

      const made = await run("backup", file, "--sqlite-file", address.sqliteFile, "--json");
      assert.equal(made.code, 0, made.stderr);
      const target = await kind.create();
      t.after(() => target.remove());
      const into =
        "sqliteFile" in target.address
          ? ["--sqlite-file", target.address.sqliteFile]
          : ["--database-url", target.address.postgresUrl];
      const foreign = await run("restore", file, ...into, "--organisation", "4");
      assert.deepEqual([foreign.code, /OFFICE-703/.test(foreign.stderr)], [1, true], foreign.stderr);
      await target.wipe();
      const restored = await run("restore", file, ...into, "--organisation", "3", "--json");
      assert.equal(restored.code, 0, restored.stderr);
      assert.deepEqual(JSON.parse(restored.stdout), JSON.parse(made.stdout));
      const opened = await OfficeStore.open(target.address, IDENTITY);
      t.after(() => opened.close());
      assert.deepEqual(await contentOf(opened), { ...(await contentOf(store)), sessions: [] });
      const missing = await run("backup", `${file}-3`, "--sqlite-file", join(folder, "nothing.sqlite"));
      assert.match(missing.stderr, /OFFICE-706/);
      assert.ok(!existsSync(join(folder, "nothing.sqlite")), "looking does not make a database");
    });
  }
});
