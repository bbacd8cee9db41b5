// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import Papa from "papaparse";
import { EXPORT_NAMES, exportFile } from "#sdk/formats/exportFile.ts";
import { NO_PROFILE, parseExportProfile } from "#sdk/formats/exportProfile.ts";
import type { ProgrammeBooks } from "#sdk/formats/programmeBooks.ts";
import { TABLE_NAMES } from "#sdk/formats/tables/index.ts";
import { mergeSmallGroups } from "#sdk/history/index.ts";
import { Simulation, steps } from "#test/sdk/history/support/simulate.ts";
import { needs, readShared } from "#test/sdk/support/sharedData.ts";
import { brokenRules, type SchemaRule } from "./hxlRules.ts";
import { booksOf, sample } from "./support/books.ts";

const SCHEMA = "hxl/hxl-default-schema.json";

function parse(text: string): string[][] {
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}

function schema(): SchemaRule[] {
  return JSON.parse(new TextDecoder().decode(readShared(SCHEMA))) as SchemaRule[];
}

function hxl(table: (typeof TABLE_NAMES)[number], books: ProgrammeBooks, profile = NO_PROFILE): string[][] {
  return parse(exportFile(`${table}.hxl.csv`, [books], profile).text);
}

describe("tables of a programme", () => {
  it("carry hashtags by the rules of the standard, every one", needs(SCHEMA), async () => {
    const books = await booksOf(sample());
    for (const table of TABLE_NAMES) {
      const rows = hxl(table, books);
      assert.ok(rows.length > 2, table);
      assert.deepEqual(brokenRules(rows, schema()), [], table);
    }
  });

  it(
    "are checked by rules that tell the standard's own good file from the bad one",
    needs("hxl/input-valid.csv"),
    () => {
      const read = (name: string) => parse(new TextDecoder().decode(readShared(`hxl/${name}`)));
      const tagsOnly = (rows: string[][]) =>
        brokenRules(rows, []).filter((text) => !text.startsWith("a row has"));
      assert.deepEqual(tagsOnly(read("input-valid.csv")), []);
      assert.deepEqual(tagsOnly(read("input-invalid.csv")), ["there is no row of hashtags"]);
      const wrong = [
        ["Date", "Value"],
        ["#date", "#value"],
        ["1 March 2015", "ten"],
      ];
      assert.deepEqual(brokenRules(wrong, schema()), ['#date: "1 March 2015"', '#value: "ten"']);
      assert.deepEqual(brokenRules([["#nonsense+x", "#value+A"]], []).length, 2);
    },
  );

  it("use the tags that the field uses", async () => {
    const books = await booksOf(sample());
    const tags = (table: (typeof TABLE_NAMES)[number]) => hxl(table, books)[1] ?? [];
    for (const tag of ["#activity+code", "#org+impl+name", "#modality", "#currency+code"])
      for (const table of TABLE_NAMES) assert.ok(tags(table).includes(tag), `${table} ${tag}`);
    for (const tag of ["#meta+id", "#status", "#date+start", "#date+end", "#targeted+hh", "#value+redeemed"])
      assert.ok(tags("cycles").includes(tag), tag);
    assert.ok(tags("shops").includes("#channel"));
  });

  it("say the same in CSV, HXL and JSON", async () => {
    const books = await booksOf(sample());
    const profile = parseExportProfile({ country: "NE" });
    for (const table of TABLE_NAMES) {
      const [names = [], ...csv] = parse(exportFile(`${table}.csv`, [books], profile).text);
      const [hxlNames, , ...tagged] = hxl(table, books, profile);
      const json = JSON.parse(exportFile(`${table}.json`, [books], profile).text) as Record<
        string,
        unknown
      >[];
      assert.deepEqual([hxlNames, tagged], [names, csv]);
      assert.deepEqual(
        json.map((item) => Object.values(item).map((value) => (value === null ? "" : String(value)))),
        csv,
      );
      assert.deepEqual(Object.keys(json[0] ?? {}), names);
      assert.equal(json[0]?.country, "NE");
    }
  });

  it("add up to the programme's money, with its decimals", async () => {
    const books = await booksOf(sample());
    const inCents = { ...books, programme: { ...books.programme, decimals: 2 } };
    const json = (name: string) =>
      JSON.parse(exportFile(`${name}.json` as "shops.json", [inCents], NO_PROFILE).text) as Record<
        string,
        string
      >[];
    const cents = (text = "") => BigInt(text.replace(/^(-?\d+)\.(\d\d)$/, "$1$2"));
    const sum = (items: Record<string, string>[], name: string) =>
      items.reduce((total, item) => total + cents(item[name]), 0n);
    const [programme = {}] = json("programmes");
    assert.match(programme.funded ?? "", /^\d+\.\d\d$/);
    const funding = json("funding").filter(({ kind }) => kind === "funded");
    assert.equal(sum(funding, "amount"), cents(programme.funded));
    assert.equal(sum(json("cycles"), "redeemed"), sum(json("shops"), "gross"));
    const paid = json("settlements").filter(({ state }) => state === "Paid");
    assert.equal(sum(paid, "payment"), cents(programme.settled));
  });

  it("count no group of fewer than 10 households", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const books = await booksOf(new Simulation().run(all));
        for (const table of ["cycles", "programmes"] as const) {
          const items = JSON.parse(exportFile(`${table}.json`, [books], NO_PROFILE).text) as {
            households: number | null;
          }[];
          for (const { households } of items) assert.ok(households === null || households >= 10);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("start no formula in a spreadsheet, and keep negative numbers", async () => {
    const books = await booksOf(sample());
    const [shop] = books.shops;
    assert.ok(shop);
    for (const code of ["=1+1", "+1", "@SUM(A1)", "-cmd", '"; DROP'] as const) {
      const rows = parse(
        exportFile("shops.csv", [{ ...books, shops: [{ ...shop, code }] }], NO_PROFILE).text,
      );
      const cell = rows[1]?.[rows[0]?.indexOf("code") ?? -1] ?? "";
      assert.equal(/^[=+@-]/.test(cell), false, cell);
      assert.ok(cell.endsWith(code));
    }
    const inDebt = {
      ...shop,
      settled: (shop.gross + 5n) as typeof shop.settled,
      refunds: 0n as typeof shop.refunds,
    };
    const [names = [], row = []] = parse(
      exportFile("shops.csv", [{ ...books, shops: [inDebt] }], NO_PROFILE).text,
    );
    assert.equal(row[names.indexOf("owed")], "-5");
  });

  it("are the same bytes from the same books, and there are no others", async () => {
    const [one, other] = [await booksOf(sample()), await booksOf(sample())];
    for (const name of EXPORT_NAMES) {
      const file = exportFile(name, [one], NO_PROFILE);
      assert.equal(file.text, exportFile(name, [other], NO_PROFILE).text);
      assert.ok(file.text.endsWith("\n"), name);
    }
    assert.equal(EXPORT_NAMES.length, 16);
  });
});

describe("groups that are too small", () => {
  const entries = fc.array(fc.record({ households: fc.nat(30), amount: fc.bigInt({ min: -50n, max: 50n }) }));

  it("are put together until nobody stands alone, and lose nothing while one is large enough", () => {
    fc.assert(
      fc.property(entries, (all) => {
        const groups = mergeSmallGroups(all);
        const hasLarge = all.some(({ households }) => households >= 10);
        assert.deepEqual(groups.flat(), hasLarge ? all : []);
        for (const group of groups) assert.ok(group.some(({ households }) => households >= 10));
      }),
    );
  });

  it("are not larger for being many: they may be the same households", () => {
    assert.deepEqual(mergeSmallGroups([{ households: 9 }, { households: 9 }]), []);
    assert.deepEqual(mergeSmallGroups([{ households: 10 }, { households: 1 }]), [
      [{ households: 10 }, { households: 1 }],
    ]);
  });
});
