// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { drawMonths, MOST_MONTHS } from "#app/features/overview/drawMonths.ts";
import { amountOf } from "#sdk/money/index.ts";

const none = { reserved: amountOf(0n), reconciled: amountOf(0n), returned: amountOf(0n) };
const monthOf = (month: string, contributed: bigint, settled = 0n) => ({
  month,
  contributed: amountOf(contributed),
  allocated: amountOf(0n),
  redeemed: amountOf(0n),
  settled: amountOf(settled),
  ...none,
});

test("the scale ends at a round number that nothing is above", () => {
  const { ticks, shown } = drawMonths([monthOf("2026-10", 30_000n), monthOf("2026-11", 45_000n, 12_000n)]);
  assert.deepEqual(
    ticks.map(({ amount, height }) => [amount, height]),
    [
      [0n, 0],
      [30_000n, 0.5],
      [60_000n, 1],
    ],
  );
  assert.deepEqual(
    shown.map(({ bars }) => bars.map(({ height }) => height)),
    [
      [0.5, 0, 0, 0],
      [0.75, 0, 0, 0.2],
    ],
  );
});

test("the year is said at the start and where one begins", () => {
  const years = drawMonths(
    ["2025-11", "2025-12", "2026-01", "2026-02"].map((month) => monthOf(month, 1n)),
  ).shown.map(({ year }) => year);
  assert.deepEqual(years, ["2025", "", "2026", ""]);
});

test("a month in which more was undone than done has no bar, and only the latest months are drawn", () => {
  const months = Array.from({ length: 20 }, (_, i) =>
    monthOf(`20${10 + i}-03`, i === 19 ? -500n : BigInt(i)),
  );
  const { shown } = drawMonths(months);
  assert.equal(shown.length, MOST_MONTHS);
  assert.equal(shown.at(-1)?.bars[0]?.height, 0);
});

test("no bar is higher than the chart, whatever the amounts", () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), { minLength: 1 }), (amounts) => {
      const { shown, ticks } = drawMonths(amounts.map((amount) => monthOf("2026-11", amount)));
      const heights = shown.flatMap(({ bars }) => bars.map(({ height }) => height));
      assert.ok(heights.every((height) => height >= 0 && height <= 1));
      const top = ticks.at(-1)?.amount ?? 0n;
      assert.ok(amounts.slice(-MOST_MONTHS).every((amount) => amount <= top));
    }),
  );
});
