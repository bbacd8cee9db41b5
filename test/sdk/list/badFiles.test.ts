// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MAX_FILE_BYTES, PROBLEMS, refuseBySize, refusedFile } from "#sdk/list/index.ts";
import { importText, places, tiesOut, USD, utf8, XOF } from "./support.ts";

const HEADER = "id;name;amount";

describe("a file that cannot be read", () => {
  const latin1 = Uint8Array.from([...utf8("id;amount\nA1;"), 0xe9, ...utf8("\n")]);
  const utf16WithoutMark = Uint8Array.from([...utf8("id;amount\nA1;5\n")].flatMap((byte) => [byte, 0]));
  const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
    ["empty", "", "0  LIST-101"],
    ["a byte order mark alone", "\ufeff", "0  LIST-101"],
    ["blank lines alone", "\n \n\r\n", "0  LIST-101"],
    ["separators alone", ";;\n;;\n", "0  LIST-101"],
    ["a header alone", "id;amount\n", "0  LIST-102"],
    ["a header and blank rows", "id;amount\n;\n\n", "0  LIST-102"],
    ["no header", "A1;500\nA2;500\n", "1  LIST-103"],
    ["one column", "id\nA1\nA2\n", "1 id LIST-104"],
    ["an unknown separator", "id^amount\nA1^5\n", "1 id^amount LIST-104"],
    ["no such column", "code;amount\nA1;5\n", "1 id LIST-105"],
    ["a column that stands twice", "id;amount;amount\nA1;5;6\n", "1 amount LIST-106"],
    ["not UTF-8", latin1, "0  LIST-107"],
    ["UTF-16 without a mark", utf16WithoutMark, "0  LIST-107"],
    ["a workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), "0  LIST-109"],
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "0  LIST-109"],
    ["a header with a broken quotation mark", 'id;"amount\nA1;5\n', "1  LIST-110"],
  ];
  for (const [name, file, expected] of cases) {
    it(`is refused: ${name}`, () => {
      const list = importText(file);
      assert.deepEqual(places(list), [expected]);
      assert.deepEqual([list.accepted, list.households, list.total], [0, 0, 0n]);
    });
  }

  it("is refused for its size before it is read", () => {
    assert.equal(refuseBySize(MAX_FILE_BYTES), undefined);
    const problem = refuseBySize(200 * 1024 * 1024);
    assert.equal(problem?.code, "LIST-108");
    assert.match(problem?.message ?? "", /210 MB; at most 150 MB/);
    assert.deepEqual(refusedFile(problem as NonNullable<typeof problem>).problems, [problem]);
    assert.deepEqual(places(importText(new Uint8Array(MAX_FILE_BYTES + 1))), ["0  LIST-108"]);
  });

  it("is read as Windows-1252 when the operator says so", () => {
    const file = Uint8Array.from([...utf8("id;amount;place\nA1;5;Dabakala-Fr"), 0xe9, ...utf8("re\n")]);
    const mapping = { id: "id", amount: "amount", area: "place" };
    assert.equal(importText(file, { mapping }).problems[0]?.code, "LIST-107");
    const list = importText(file, { mapping, encoding: "windows-1252" });
    assert.equal(list.entitlements[0]?.area, "Dabakala-Frére");
  });
});

describe("a row that is not accepted", () => {
  /** Cells of a row in a table id;name;amount, and what is wrong with it. Two good rows stand around it. */
  const cases: readonly (readonly [string, string, string])[] = [
    ["no identifier", ";Ann;5", "3 id LIST-201"],
    ["an identifier of separators", "-/-;Ann;5", "3 id LIST-201"],
    ["an identifier shortened by a spreadsheet", "2.54708E+11;Ann;5", "3 id LIST-202"],
    ["the same with a comma", "2,54708E+11;Ann;5", "3 id LIST-202"],
    ["the same without decimals", "2E+11;Ann;5", "3 id LIST-202"],
    ["an identifier with decimals", "46913810.0;Ann;5", "3 id LIST-202"],
    ["an identifier with separators and decimals", "46,913,810.00;Ann;5", "3 id LIST-202"],
    ["an identifier that is too long", `${"A".repeat(65)};Ann;5`, "3 id LIST-203"],
    ["an identifier with other characters", "A#1;Ann;5", "3 id LIST-204"],
    ["an identifier that is a spreadsheet error", "#N/A;Ann;5", "3 id LIST-204"],
    ["no amount", "B1;Ann;", "3 amount LIST-301"],
    ["a name for an amount", "B1;Ann;Ann", "3 amount LIST-302"],
    ["an amount with its currency", "B1;Ann;5 USD", "3 amount LIST-302"],
    ["a negative amount", "B1;Ann;-5", "3 amount LIST-303"],
    ["a negative amount in brackets", "B1;Ann;(5.00)", "3 amount LIST-303"],
    ["zero", "B1;Ann;0", "3 amount LIST-304"],
    ["zero with decimals", "B1;Ann;0.00", "3 amount LIST-304"],
    ["an amount shortened by a spreadsheet", "B1;Ann;2.54708E+11", "3 amount LIST-305"],
    ["more decimals than the currency", "B1;Ann;5.001", "3 amount LIST-306"],
    ["an amount off the payable step", "B1;Ann;5.07", "3 amount LIST-307"],
    ["an amount above a uint56", "B1;Ann;720575940379279.40", "3 amount LIST-308"],
    ["an enormous amount", `B1;Ann;${"9".repeat(60)}`, "3 amount LIST-308"],
    ["a missing cell", "B1;5", "3  LIST-111"],
    ["a cell too many", "B1;Ann;Lee;5", "3  LIST-111"],
    ["text behind a quotation mark", 'B1;"Ann"Lee;5', "3  LIST-110"],
  ];
  for (const [name, row, expected] of cases) {
    it(`has ${name}`, () => {
      const list = importText(`${HEADER}\nA1;Eve;7.50\n${row}\nA2;Ida;2.50\n`, { step: 5n });
      assert.deepEqual(places(list), [expected]);
      assert.deepEqual([list.rows, list.accepted, list.total], [3, 2, 1000n]);
    });
  }

  it("is named with its value, what happened and what to do", () => {
    const [problem] = importText(`${HEADER}\nA1;Eve;seven\n`).problems;
    assert.deepEqual(problem, {
      row: 2,
      column: "amount",
      value: "seven",
      code: "LIST-302",
      message: "This is not a number. Write the amount with digits alone, without currency or words.",
    });
    assert.equal(importText(`${HEADER}\n${"x".repeat(900)};Eve;5\n`).problems[0]?.value.length, 201);
  });

  it("has all its problems listed", () => {
    const mapping = { id: "id", amount: "amount", householdSize: "size" };
    const list = importText("id;amount;size\n;-5;many\nA1;;0\n", { mapping });
    assert.deepEqual(places(list), [
      "2 id LIST-201",
      "2 amount LIST-303",
      "2 size LIST-321",
      "3 amount LIST-301",
      "3 size LIST-321",
    ]);
    assert.ok(tiesOut(list));
  });

  it("has a doubtful amount in a column that does not say what its mark is", () => {
    const column = (amounts: readonly string[], decimalMark: "auto" | "." | "," = "auto") =>
      importText(`id;amount\n${amounts.map((amount, i) => `A${i};${amount}`).join("\n")}\n`, {
        currency: XOF,
        decimalMark,
      });
    assert.deepEqual(places(column(["30,000", "500"])), ["2 amount LIST-309"]);
    assert.equal(column(["30,000", "1,000,000"]).total, 1_030_000n);
    assert.equal(column(["30.000", "500,00"]).total, 30_500n);
    assert.equal(column(["30,000", "500"], ".").total, 30_500n);
    assert.deepEqual(places(column(["30,000", "1.000.000"], ".")), ["3 amount LIST-309"]);
  });

  it("has a wrong factor of the value", () => {
    const mapping = { id: "id", value: "12.50", times: "size" };
    const sizes = ["3", "", "two", "2.5", "0", "-2", "254826725646", "4.0", "1001"];
    const list = importText(`id;size\n${sizes.map((size, i) => `A${i};${size}`).join("\n")}\n`, { mapping });
    assert.deepEqual(places(list), [
      "3 size LIST-311",
      "4 size LIST-312",
      "5 size LIST-312",
      "6 size LIST-313",
      "7 size LIST-314",
      "8 size LIST-312",
      "10 size LIST-312",
    ]);
    assert.equal(list.total, 8750n);
    assert.ok(tiesOut(list));
  });

  it("swallowed others between two stray quotation marks", () => {
    const list = importText(`${HEADER}\nA1;Eve;5\nA2;"Ida;5\nA3;Una;5\nA4;Mia";5\nA5;Zoe;5\n`);
    assert.deepEqual(places(list), ["3  LIST-112"]);
    assert.equal(list.total, 1000n);
  });

  it("opens a quotation mark that is never closed, and costs no other row", () => {
    const list = importText(`${HEADER}\nA1;Eve;5\nA2;"Ida;5\nA3;Una;5\n`);
    assert.deepEqual(places(list), ["3  LIST-110"]);
    assert.equal(list.problems[0]?.value, 'A2;"Ida;5');
    assert.deepEqual([list.rows, list.total], [3, 1000n]);
  });
});

describe("an identifier that stands twice", () => {
  it("keeps the first row when the amounts are equal", () => {
    const list = importText("id;amount\nab-1;5\nAB1;5.00\nA.B 1;5\n");
    assert.deepEqual(places(list), ["3 id LIST-205", "4 id LIST-205"]);
    assert.match(list.problems[1]?.message ?? "", /stands in row 2 /);
    assert.deepEqual([list.accepted, list.total], [1, 500n]);
  });
  it("keeps no row when the amounts differ or one cannot be read", () => {
    for (const other of ["6", "", "five", "-5"]) {
      const list = importText(`id;amount\nA1;5\nA2;7\na1;${other}\n`);
      assert.deepEqual([list.accepted, list.total], [1, 700n]);
      assert.ok(places(list).includes("2 id LIST-206") && places(list).includes("4 id LIST-206"));
      assert.ok(tiesOut(list));
    }
  });
  it("keeps the faultless row when another has a problem besides", () => {
    const mapping = { id: "id", amount: "amount", householdSize: "size" };
    const list = importText("id;amount;size\nA1;5;many\nA1;5;4\n", { mapping });
    assert.deepEqual(places(list), ["2 size LIST-321", "2 id LIST-205"]);
    assert.deepEqual(list.entitlements, [{ row: 3, identifier: "A1", amount: 500n, householdSize: 4 }]);
  });
});

describe("the table of problems", () => {
  it("has one code for each and two sentences", () => {
    const entries = Object.values(PROBLEMS);
    assert.equal(new Set(entries.map(([code]) => code)).size, entries.length);
    for (const [code, what, next] of entries) {
      assert.match(code, /^LIST-[1-4][0-9]{2}$/);
      for (const sentence of [what, next]) assert.match(sentence, /^[^.!?].*\.$/s, code);
    }
  });
  it("leaves no word unfilled", () => {
    const texts = [
      "id;amount\nA1;5.001\nA2;x\nA3;5.07\nA4;1e9\nA1;6\n",
      "a;b\nc;d\n",
      "id;id;amount\n1;2;3\n",
      "id;amount\n1;2;3\n",
    ];
    for (const text of texts) {
      for (const { message } of importText(text, { currency: USD, step: 10n }).problems)
        assert.doesNotMatch(message, /[{}]|undefined/);
    }
  });
});
