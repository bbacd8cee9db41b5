// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type DecimalMark, detectDecimalMark, readAmount, readNumber } from "#sdk/money/index.ts";

/** Cell, whole and fraction digits: each leaves no doubt, whatever the column. */
const CLEAR: readonly (readonly [string, string, string])[] = [
  ["0", "0", ""],
  ["30000", "30000", ""],
  [" 30000 ", "30000", ""],
  ["+30000", "30000", ""],
  ["30 000", "30000", ""],
  ["30\u00a0000", "30000", ""],
  ["30\u202f000", "30000", ""],
  ["30'000", "30000", ""],
  ["30’000.50", "30000", "50"],
  ["1,234.5", "1234", "5"],
  ["1.234,5", "1234", "5"],
  ["1,234,567", "1234567", ""],
  ["1.234.567", "1234567", ""],
  ["1.234.567,89", "1234567", "89"],
  ["12,34,567.00", "1234567", "00"],
  ["1 234,567", "1234", "567"],
  ["1234,567", "1234", "567"],
  ["0,125", "0", "125"],
  [".5", "0", "5"],
  ["5.", "5", ""],
  ["12,5", "12", "5"],
  ["12.50", "12", "50"],
  ["٣٠٠٠٠", "30000", ""],
  ["१२.५", "12", "5"],
];

const FAULTS: readonly (readonly [string, string])[] = [
  ["", "missing"],
  ["   ", "missing"],
  ["Mary Taylor", "not-a-number"],
  ["30000 XOF", "not-a-number"],
  ["$30", "not-a-number"],
  ["1.2.3", "not-a-number"],
  ["01.02.2026", "not-a-number"],
  ["1,23,4", "not-a-number"],
  ["1,234.567.890", "not-a-number"],
  ["1'234,567.8", "not-a-number"],
  ["30 00", "not-a-number"],
  ["--5", "not-a-number"],
  ["-(5)", "not-a-number"],
  ["-", "not-a-number"],
  [".", "not-a-number"],
  ["2.54708E+11", "scientific"],
  ["3e4", "scientific"],
  ["1,5E-2", "scientific"],
  ["1,234", "ambiguous"],
  ["1.234", "ambiguous"],
  ["30.000", "ambiguous"],
];

describe("readNumber", () => {
  for (const [cell, whole, fraction] of CLEAR) {
    it(`reads ${JSON.stringify(cell)} as ${whole}.${fraction}`, () => {
      const reading = readNumber(cell);
      assert.ok(!("fault" in reading), JSON.stringify(reading));
      assert.deepEqual([reading.whole, reading.fraction, reading.isNegative], [whole, fraction, false]);
    });
  }
  for (const [cell, fault] of FAULTS) {
    it(`finds ${JSON.stringify(cell)} ${fault}`, () => assert.deepEqual(readNumber(cell), { fault }));
  }
  for (const cell of ["-5", "5-", "(5)", "−5", "- 5", "-1,234.50"]) {
    it(`reads ${cell} as negative`, () => {
      const reading = readNumber(cell);
      assert.ok(!("fault" in reading) && reading.isNegative);
    });
  }
  it("reads a doubtful cell by the mark of its column and never against it", () => {
    const read = (cell: string, mark: DecimalMark) => {
      const reading = readNumber(cell, mark);
      return "fault" in reading ? reading.fault : `${reading.whole}.${reading.fraction}`;
    };
    assert.equal(read("1,234", "."), "1234.");
    assert.equal(read("1,234", ","), "1.234");
    assert.equal(read("1.234", ","), "1234.");
    assert.equal(read("1,234.50", ","), "ambiguous");
    assert.equal(read("12,5", "."), "ambiguous");
  });
});

describe("detectDecimalMark", () => {
  const cases: readonly (readonly [string, readonly string[], DecimalMark | undefined])[] = [
    ["a decimal comma", ["1.234", "500", "12,5"], ","],
    ["a decimal dot", ["1,234", "1,234.50"], "."],
    ["repeated grouping", ["1,234", "1,234,567"], "."],
    ["only doubtful cells", ["1,234", "2,500", "30"], undefined],
    ["cells that contradict each other", ["12,5", "12.5", "1,234"], undefined],
    ["no marks", ["1", "2"], undefined],
    ["words", ["Mr. A", "B, C"], undefined],
  ];
  for (const [name, cells, mark] of cases) {
    it(`finds ${mark ?? "nothing"} for ${name}`, () => assert.equal(detectDecimalMark(cells), mark));
  }
});

describe("readAmount", () => {
  it("accepts further decimals only when they are zeros", () => {
    assert.deepEqual(readAmount("12.500", { decimals: 2 }, "."), { amount: 1250n });
    assert.deepEqual(readAmount("30000.00", { decimals: 0 }), { amount: 30000n });
    assert.deepEqual(readAmount("12.505", { decimals: 2 }, "."), { fault: "too-many-decimals" });
    assert.deepEqual(readAmount("0.5", { decimals: 0 }), { fault: "too-many-decimals" });
  });
  it("finds negative and enormous amounts", () => {
    assert.deepEqual(readAmount("-3", { decimals: 2 }), { fault: "negative" });
    assert.deepEqual(readAmount("9".repeat(100_000), { decimals: 2 }), { fault: "too-large" });
  });
});
