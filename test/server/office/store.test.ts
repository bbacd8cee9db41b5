// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { describe, it } from "node:test";
import { sql } from "kysely";
import { OfficeStore } from "#server/office/store/officeStore.ts";
import { allTables } from "#server/office/store/schema.ts";
import { databaseKinds } from "#test/server/support/databases.ts";

for (const kind of databaseKinds) {
  describe(`the office's data in ${kind.name}`, { skip: kind.skip ?? false }, () => {
    it("has all its tables, and can be opened again", async (t) => {
      const database = await kind.create();
      t.after(() => database.remove());
      const first = await OfficeStore.open(database.address, "31337 0xa 1");
      const documents = { hash: "0x1", content: new Uint8Array([0, 255, 7]), createdBy: "0xb", createdAt: 5 };
      await first.db.insertInto("documents").values(documents).execute();
      await first.close();
      const second = await OfficeStore.open(database.address, "31337 0xa 1");
      for (const { name } of allTables) await second.db.selectFrom(name).selectAll().limit(1).execute();
      const [kept] = await second.db.selectFrom("documents").selectAll().execute();
      assert.deepEqual([...(kept?.content ?? [])], [0, 255, 7]);
      assert.equal(kept?.createdAt, 5);
      await second.close();
    });

    it("is not taken for another office's", async (t) => {
      const database = await kind.create();
      t.after(() => database.remove());
      const own = await OfficeStore.open(database.address, "31337 0xa 1");
      await own.db.insertInto("mappings").values(mapping).execute();
      await own.close();
      await assert.rejects(OfficeStore.open(database.address, "31337 0xa 2"), { code: "OFFICE-812" });
      const again = await OfficeStore.open(database.address, "31337 0xa 1");
      assert.equal((await again.db.selectFrom("mappings").selectAll().execute()).length, 1);
      await again.close();
    });

    it("is left alone when a newer version has written it", async (t) => {
      const database = await kind.create();
      t.after(() => database.remove());
      const own = await OfficeStore.open(database.address, "31337 0xa 1");
      await sql`insert into migrations (name, timestamp) values (${"9999-later"}, ${"2030"})`.execute(own.db);
      await own.close();
      await assert.rejects(OfficeStore.open(database.address, "31337 0xa 1"), { code: "OFFICE-813" });
    });

    it("undoes what it did when something fails in the middle", async (t) => {
      const database = await kind.create();
      t.after(() => database.remove());
      const own = await OfficeStore.open(database.address, "31337 0xa 1");
      const failing = own.transaction(async (db) => {
        await db.insertInto("mappings").values(mapping).execute();
        throw new Error("power cut");
      });
      await assert.rejects(failing, /power cut/);
      assert.deepEqual(await own.db.selectFrom("mappings").selectAll().execute(), []);
      await own.close();
    });
  });
}

const mapping = { name: "a", header: "b", options: "{}", version: 1, updatedBy: "0xc", updatedAt: 1 };

describe("the office's data in a file", () => {
  it("refuses a database of somebody else and leaves it alone", async (t) => {
    const [kind] = databaseKinds;
    const database = await kind?.create();
    assert.ok(database && "sqliteFile" in database.address);
    t.after(() => database.remove());
    const other = new DatabaseSync(database.address.sqliteFile);
    other.exec("create table accounts (name text)");
    other.close();
    await assert.rejects(OfficeStore.open(database.address, "31337 0xa 1"), { code: "OFFICE-811" });
  });

  it("is on the disk before a change is answered", async (t) => {
    const [kind] = databaseKinds;
    const database = await kind?.create();
    assert.ok(database);
    t.after(() => database.remove());
    const store = await OfficeStore.open(database.address, "31337 0xa 1");
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(store.db);
    assert.equal(rows[0]?.synchronous, 2);
    await store.close();
  });
});
