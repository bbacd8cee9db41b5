// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { formatDecimal, onScale, parseDecimal, sumDecimals } from "#sdk/formats/decimal.ts";

describe("exact decimals", () => {
  it("are read back as they are written", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(12), (units, scale) => {
        const read = parseDecimal(formatDecimal({ units, scale }));
        assert.ok(read);
        assert.equal(
          onScale(read, Math.max(scale, read.scale)),
          units * 10n ** BigInt(Math.max(0, read.scale - scale)),
        );
      }),
    );
  });

  it("add up whatever their scales", () => {
    const sum = sumDecimals(
      ["0.1", "0.2", "-1", "1000000000000000000000.005"].map((text) => {
        const read = parseDecimal(text);
        assert.ok(read);
        return read;
      }),
    );
    assert.equal(formatDecimal(sum), "999999999999999999999.305");
    assert.deepEqual(sumDecimals([]), { units: 0n, scale: 0 });
  });

  it("are plain numbers and nothing else", () => {
    for (const text of ["", " ", ".", "-", "1e3", "1,5", "0x1", "1 000", "NaN", "--1", "1.2.3", "\u0661"])
      assert.equal(parseDecimal(text), undefined, text);
    assert.deepEqual(parseDecimal(" +007.50 "), { units: 750n, scale: 2 });
    assert.deepEqual(parseDecimal(".5"), { units: 5n, scale: 1 });
    assert.equal(formatDecimal({ units: -5n, scale: 3 }), "-0.005");
  });

  it("never lose a digit", () => {
    assert.equal(onScale({ units: 1500n, scale: 3 }, 1), 15n);
    assert.throws(() => onScale({ units: 1501n, scale: 3 }, 1), RangeError);
  });
});
