// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  countOf,
  shareOf,
  shorten,
  showAgo,
  showAmount,
  showBytes,
  showDay,
  showHouseholds,
  showMoney,
  showShare,
} from "#app/shared/format/index.ts";
import { amountOf } from "#sdk/money/index.ts";

const XOF = { code: "XOF", decimals: 0 };
const TOKEN = { code: "USD", decimals: 6 };

test("amounts are exact far beyond what a JavaScript number holds", () => {
  assert.equal(showAmount(amountOf(9_007_199_254_740_993n), XOF), "9,007,199,254,740,993");
  assert.equal(showAmount(amountOf(2n ** 127n), XOF), "170,141,183,460,469,231,731,687,303,715,884,105,728");
  assert.equal(showAmount(amountOf(123_456_789_012_345_678_901n), TOKEN), "123,456,789,012,345.678901");
});

test("cents are always written, further decimals only where there are any", () => {
  assert.equal(showAmount(amountOf(12_500_000n), TOKEN), "12.50");
  assert.equal(showAmount(amountOf(1n), TOKEN), "0.000001");
  assert.equal(showMoney(amountOf(118_650_000n), XOF), "118,650,000\u00a0XOF");
});

test("only what is complete reads as complete, and what is there never reads as nothing", () => {
  assert.equal(showShare(999_999n, 1_000_000n), "99.9%");
  assert.equal(showShare(1_000_000n, 1_000_000n), "100%");
  assert.equal(showShare(1n, 1_000_000n), "<0.1%");
  assert.equal(showShare(0n, 1_000_000n), "0%");
  assert.equal(showShare(0n, 0n), "0%");
  assert.equal(shareOf(1n, 3n), 0.3333);
});

test("days are the same in every time zone", () => {
  assert.equal(showDay(20_758), "1 Nov 2026");
});

test("how long ago, also with a clock that is behind", () => {
  assert.equal(showAgo(10_000, 13_500), "3 sec ago");
  assert.equal(showAgo(10_000, 9_000), "0 sec ago");
  assert.equal(showAgo(0, 150_000), "2 min ago");
  assert.equal(showAgo(0, 200_000_000), "2 days ago");
});

test("counts with their nouns, and small groups left uncounted", () => {
  const noun = { one: "receipt", other: "receipts" };
  assert.equal(countOf(1, noun), "1 receipt");
  assert.equal(countOf(1_000, noun), "1,000 receipts");
  assert.equal(showHouseholds(100_000), "100,000");
  assert.equal(showHouseholds(null), "fewer than 10");
});

test("sizes and long values are short to read", () => {
  assert.equal(showBytes(2_400_000), "2.4 MB");
  assert.equal(shorten(`0x${"12ab".repeat(10)}`), "0x12ab…12ab");
});
