// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { LIST_PRESETS } from "#sdk/formats/presets.ts";
import { findPreset, mappingOf } from "#sdk/formats/presetsMapping.ts";
import { type ImportOptions, importList } from "#sdk/list/index.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { amountOf, formatAmount } from "#sdk/money/index.ts";
import { needs, readShared } from "../support/sharedData.ts";
import { importText, places, tiesOut, USD, utf8, XOF } from "./support.ts";

function withEncoding(text: string, encoding: "utf-16le" | "utf-16be"): Uint8Array {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
  return Uint8Array.from(
    units.flatMap((unit) => (encoding === "utf-16le" ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

describe("importList reads", () => {
  const table = "id;place;amount\nA1;Ségou;12,50\nA2;Mopti;7\n";
  const mapping = { id: "id", amount: "amount", area: "place" };
  const same = (bytes: Uint8Array | string) => {
    const list = importText(bytes, { mapping });
    assert.deepEqual(list.problems, []);
    assert.deepEqual(list.entitlements, [
      { row: 2, identifier: "A1", amount: 1250n, area: "Ségou" },
      { row: 3, identifier: "A2", amount: 700n, area: "Mopti" },
    ]);
    return list;
  };

  it("UTF-8 with and without byte order mark, and UTF-16 with one", () => {
    same(table);
    same(`\ufeff${table}`);
    assert.equal(same(withEncoding(table, "utf-16le")).format?.encoding, "utf-16le");
    assert.equal(same(withEncoding(table, "utf-16be")).format?.encoding, "utf-16be");
  });

  it("every line end, also mixed, and none at the end", () => {
    same(table.replaceAll("\n", "\r\n"));
    same(table.replaceAll("\n", "\r"));
    same(table.replace("\n", "\r\n"));
    same(table.trimEnd());
  });

  for (const delimiter of [",", ";", "\t", "|"] as const) {
    it(`columns separated by ${JSON.stringify(delimiter)}`, () => {
      const rows = table
        .trimEnd()
        .split("\n")
        .map((line) => line.split(";"));
      const text = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join("\n");
      assert.equal(same(text).format?.delimiter, delimiter);
    });
  }

  it("the separator under which the columns are there, whatever looks more regular", () => {
    const list = importText("id;name, first, last;amount\nA1;Doe, Ann, Lee;1,50\nA2;Roe, Eve, Kim;2,50\n");
    assert.deepEqual([list.format?.delimiter, list.total], [";", 400n]);
  });

  it("the separator that Excel states on a line of its own, which is no row", () => {
    const list = importText("sep=|\nid|amount\nA1|5\nA1|6\n");
    assert.deepEqual(places(list), ["2 id LIST-206", "3 id LIST-206"]);
  });

  it("line breaks, separators and quotation marks inside quotation marks", () => {
    const list = importText('id;address;amount\nA1;"12 Main St;\nblock ""C""";5\nA2;x;bad\n');
    assert.deepEqual([list.rows, list.accepted], [2, 1]);
    assert.deepEqual(places(list), ["3 amount LIST-302"]);
  });

  it("rows by their place in the spreadsheet, blank ones counted and left out", () => {
    const list = importText("\n;;\nid;amount\n\nA1;5\n;\nA2;x\n");
    assert.deepEqual([list.rows, list.accepted, list.format?.headerRow], [2, 1, 3]);
    assert.deepEqual(places(list), ["7 amount LIST-302"]);
  });

  it("a row of HXL tags as no household, and the row above it as the header", () => {
    const tagged = importText("Report;\nid;amount\n#meta +id;#value+currency\nA1;5\nA2;x\n");
    assert.deepEqual([tagged.rows, tagged.total, tagged.format?.headerRow], [2, 500n, 2]);
    assert.deepEqual(places(tagged), ["5 amount LIST-302"]);
    const byTag = importText("#meta+id,#value\nA1,5\n", { mapping: { id: "#meta+id", amount: "#value" } });
    assert.equal(byTag.total, 500n);
  });

  it("empty cells behind the last column, and columns without a name", () => {
    assert.equal(importText("id;amount;\nA1;5;;\nA2;5\n").total, 1000n);
    assert.equal(importText("id;;amount\nA1;x;5\n").total, 500n);
  });

  it("columns without regard to case, unless two differ in nothing else", () => {
    assert.equal(importText("ID; Amount \nA1;5\n").total, 500n);
    assert.equal(importText("id;amount;Amount\nA1;5;6\n").total, 500n);
    assert.deepEqual(places(importText("id;AMOUNT;Amount\nA1;5;6\n")), ["1 amount LIST-106"]);
  });

  it("traits of the household, tidied, and an unknown size as none", () => {
    const all = { id: "id", amount: "amount", area: "area", householdSize: "size", group: "group" };
    const list = importText("id;amount;area;size;group\nA1;5; North \u00a0 East;4.0;IDP\nA2;5;;;\n", {
      mapping: all,
    });
    assert.deepEqual(list.entitlements, [
      { row: 2, identifier: "A1", amount: 500n, area: "North East", householdSize: 4, group: "IDP" },
      { row: 3, identifier: "A2", amount: 500n },
    ]);
    const missing = importText("id;amount\nA1;5\n", { mapping: { ...mapping, area: "area" } });
    assert.deepEqual(places(missing), ["1 area LIST-105"]);
  });

  it("a flat value for every household", () => {
    assert.equal(importText("id;x\nA1;1\nA2;2\n", { mapping: { id: "id", value: "12.5" } }).total, 2500n);
  });

  it("nothing with options that make no sense", () => {
    const wrong = (options: unknown) =>
      assert.throws(() => importText(table, options as Partial<ImportOptions>));
    wrong({ mapping: { id: "id" } });
    wrong({ mapping: { id: "id", amount: "amount", value: "5" } });
    wrong({ mapping: { id: "id", value: "5,0" } });
    wrong({ mapping: { id: "id", value: "5.001" } });
    wrong({ step: 0n });
    wrong({ currency: { code: "USD", decimals: -1 } });
  });
});

describe("every list ties out", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "",
      "A1",
      "a-1",
      "5",
      "5.50",
      "-3",
      "0",
      "1,234",
      "2E+11",
      "Ann Lee",
      '"x',
      '"x;y"',
      "12,50",
      "#value",
      "\n",
    ),
    fc.string({ maxLength: 6 }),
    fc.integer({ min: 1, max: 99_999 }).map(String),
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 });

  it("whatever its cells hold", () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const list = importText(`id;x;amount\n${cells.map((row) => row.join(";")).join("\n")}`);
        const isRefused =
          list.accepted === 0 && list.problems.every(({ code }) => code.startsWith("LIST-10"));
        assert.ok(
          list.problems.length > 0 ? isRefused || tiesOut(list) : tiesOut(list),
          JSON.stringify(list.problems),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("whatever its bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const list = importText(bytes);
        assert.ok(list.accepted === 0 && list.problems.length > 0);
      }),
    );
  });

  it("to the sum of what was written, in any order of rows", () => {
    const household = fc.record({
      id: fc.integer({ min: 1, max: 40 }),
      amount: fc.integer({ min: 1, max: 3 }),
    });
    const shuffled = fc
      .array(household, { minLength: 1, maxLength: 30 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const read = (households: typeof list) =>
          importText(`id;amount\n${households.map(({ id, amount }) => `H${id};${amount}`).join("\n")}\n`);
        const [a, b] = [read(list), read(other)];
        assert.ok(tiesOut(a) && tiesOut(b));
        const meaning = ({ entitlements }: typeof a) =>
          entitlements.map((e) => `${e.identifier} ${e.amount}`).sort();
        assert.deepEqual(meaning(a), meaning(b));
      }),
    );
  });
});

describe("presets", () => {
  it("fit the project's own list of the same shape as 121", () => {
    const made = syntheticList({ households: 500, seed: 7 });
    const list = importList(utf8(made.csv), {
      mapping: mappingOf({ value: "30000" }, "121"),
      currency: XOF,
      step: 5n,
    });
    assert.deepEqual(list.problems, []);
    assert.deepEqual([list.households, list.total], [500, BigInt(made.members) * 30_000n]);
    assert.ok(list.entitlements.every(({ area, householdSize }) => area && householdSize));
    assert.equal(syntheticList({ households: 500, seed: 7 }).csv, made.csv);
  });

  it("fit the columns of SDP and HOPE", () => {
    const sdp = importText("phone,id,amount,verification\n+12025550191,1,0.1,1999-03-30\n", {
      mapping: mappingOf({}, "SDP"),
    });
    assert.equal(sdp.total, 10n);
    const columns =
      "payment_id,household_id,household_size,admin_level_2,village,currency,entitlement_quantity";
    const hope = importText(`${columns}\nRCPT-1,HH-20-0000.0025,6,Kabul,Deh,USD,123.45\n`, {
      mapping: mappingOf({}, "hope"),
    });
    assert.deepEqual(hope.entitlements, [
      { row: 2, identifier: "HH2000000025", amount: 12_345n, area: "Kabul", householdSize: 6 },
    ]);
  });

  it("give way to what the operator states", () => {
    const mapping = mappingOf({ id: "nationalId", value: "5", times: "maxPayments", group: "gender" }, "121");
    assert.deepEqual(mapping, {
      id: "nationalId",
      value: "5",
      times: "maxPayments",
      area: LIST_PRESETS["121"].area,
      householdSize: LIST_PRESETS["121"].householdSize,
      group: "gender",
    });
    assert.equal(findPreset(" Hope "), "hope");
  });

  it("are refused when unknown or not enough", () => {
    assert.throws(() => mappingOf({}, "kobo"), { code: "LIST-601" });
    assert.throws(() => mappingOf({ amount: "amount" }), { code: "LIST-602" });
    assert.throws(() => mappingOf({}, "121"), { code: "LIST-603" });
    assert.throws(() => mappingOf({ id: "id", amount: "amount", value: "5" }), { code: "LIST-603" });
    assert.throws(() => mappingOf({ id: "id", times: "size" }), { code: "LIST-603" });
  });
});

describe("lists of other systems", () => {
  it("121, 999 households of XOF 30,000 a member", needs("lists/121-excel-999.csv"), () => {
    const mapping = mappingOf({ value: "30000", times: "totalHHSize" }, "121");
    const list = importList(readShared("lists/121-excel-999.csv"), { mapping, currency: XOF });
    assert.deepEqual([list.rows, list.accepted, list.households, list.problems.length], [999, 999, 999, 0]);
    assert.equal(formatAmount(list.total, XOF), "118650000");
    assert.equal(new Set(list.entitlements.map(({ area }) => area)).size, 6);
  });

  it(
    "121, 251 rows of ETB 7,000, of which one stands twice",
    needs("lists/121-bank-transfer-250.csv"),
    () => {
      const mapping = mappingOf({ value: "7000" }, "121");
      const list = importList(readShared("lists/121-bank-transfer-250.csv"), {
        mapping,
        currency: { code: "ETB", decimals: 2 },
      });
      assert.deepEqual([list.rows, list.accepted], [251, 250]);
      assert.deepEqual(places(list), ["240 idNumber LIST-205"]);
      assert.match(list.problems[0]?.message ?? "", /row 27 /);
      assert.equal(list.total, amountOf(250n * 700_000n));
    },
  );

  for (const name of ["email", "phone", "phone_with_wallet", "embedded_wallet", "sample-disbursement"]) {
    it(`SDP, ${name}`, needs(`lists/sdp-${name}.csv`), () => {
      const list = importList(readShared(`lists/sdp-${name}.csv`), {
        mapping: mappingOf({}, "sdp"),
        currency: USD,
      });
      assert.deepEqual([list.problems.length, list.households, list.total], [0, 1, 10n]);
    });
  }
});
