// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  amountAsTyped,
  amountOf,
  currencyCodes,
  currencyOf,
  detectDecimalMark,
  formatAmount,
  multiplyAmount,
  parseAmount,
  readAmount,
  sumAmounts,
} from "#sdk/money/index.ts";

const units = fc.bigInt({ min: 0n, max: (1n << 100n) - 1n }).map(amountOf);
const decimals = fc.integer({ min: 0, max: 18 });

/** As a spreadsheet in another country would show it. */
function localise(canonical: string, group: string, mark: string): string {
  const [whole = "", fraction] = canonical.split(".");
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${mark}${fraction}`;
}

describe("amounts", () => {
  it("survive being written and parsed", () => {
    fc.assert(
      fc.property(units, decimals, (amount, digits) => {
        const currency = { code: "X", decimals: digits };
        assert.equal(parseAmount(formatAmount(amount, currency), currency), amount);
      }),
    );
  });

  it("survive every way of grouping, once the column's mark is known", () => {
    const styles = fc.constantFrom(
      ...([
        [",", "."],
        [".", ","],
        [" ", ","],
        ["\u202f", ","],
        ["\u00a0", "."],
        ["'", "."],
      ] as const),
    );
    fc.assert(
      fc.property(units, decimals, styles, (amount, digits, [group, mark]) => {
        const cell = localise(formatAmount(amount, { decimals: digits }), group, mark);
        assert.deepEqual(readAmount(cell, { decimals: digits }, mark), { amount });
      }),
    );
  });

  it("are never off by a factor of 1,000 without a mark: the right value or a fault", () => {
    fc.assert(
      fc.property(units, fc.constantFrom(0, 2, 3, 6), fc.constantFrom(",", "."), (amount, digits, mark) => {
        const group = mark === "," ? "." : ",";
        const cell = localise(formatAmount(amount, { decimals: digits }), group, mark);
        const reading = readAmount(cell, { decimals: digits }, detectDecimalMark([cell]));
        assert.ok("fault" in reading ? reading.fault === "ambiguous" : reading.amount === amount, cell);
      }),
    );
  });

  it("are written canonically", () => {
    assert.equal(formatAmount(amountOf(118_650_000n), { decimals: 0 }), "118650000");
    assert.equal(formatAmount(amountOf(5n), { decimals: 2 }), "0.05");
    assert.equal(formatAmount(amountOf(-1250n), { decimals: 2 }), "-12.50");
  });

  it("shows amounts in fields as somebody would type them", () => {
    const typed = [0n, 2_000_000_000n, 2_000_500_000n, 1n].map((units) =>
      amountAsTyped(amountOf(units), { decimals: 6 }),
    );
    assert.deepEqual(typed, ["0", "2000", "2000.5", "0.000001"]);
    assert.equal(amountAsTyped(amountOf(118_650_000n), { decimals: 0 }), "118650000");
  });

  it("multiply and add exactly", () => {
    assert.equal(multiplyAmount(amountOf(30_000n), 3955), 118_650_000n);
    assert.equal(sumAmounts([amountOf(1n << 56n), amountOf(1n)]), (1n << 56n) + 1n);
    for (const times of [-1, 1.5, Number.NaN, 2 ** 53])
      assert.throws(() => multiplyAmount(amountOf(1n), times), RangeError);
  });

  for (const text of ["", "1,5", "1e3", "-1", " 1", "1.", ".5", "0.005", "1 000"]) {
    it(`parseAmount refuses ${JSON.stringify(text)}`, () => {
      assert.throws(() => parseAmount(text, currencyOf("USD")), { code: "MONEY-102" });
    });
  }
});

describe("currencies", () => {
  it("have the minor digits of ISO 4217, as far as the platform agrees", () => {
    for (const code of currencyCodes()) {
      const format = new Intl.NumberFormat("en", { style: "currency", currency: code });
      const inCldr = format.resolvedOptions().maximumFractionDigits;
      // The platform shows what people use; ISO keeps minor units that are hardly used any more.
      if (inCldr !== undefined && inCldr > 0) assert.equal(currencyOf(code).decimals, inCldr, code);
    }
    for (const code of ["XOF", "XAF", "RWF", "UGX"]) assert.equal(currencyOf(code).decimals, 0, code);
    for (const code of ["USD", "ETB", "KES"]) assert.equal(currencyOf(code).decimals, 2, code);
  });
  it("refuse a code that is not known", () => assert.throws(() => currencyOf("xof"), { code: "MONEY-101" }));
});
