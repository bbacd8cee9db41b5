// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  inOrderOfSpending,
  type OpenCycle,
  roomFor,
  type SaleFacts,
  saleDay,
} from "#app/features/terminal/sale.ts";
import { amountOf } from "#sdk/money/index.ts";

const NOW = 1_800_000_000;
const DAY = 86_400;

const facts: SaleFacts = {
  left: amountOf(30_000n),
  limit: amountOf(1_000_000n),
  netSales: amountOf(0n),
  isShopActive: true,
  ceiling: { perDay: amountOf(100_000n), offlineDays: 2, used: amountOf(0n), usedAt: NOW },
  heldUntil: 0,
  isClosed: false,
};

const room = (change: Partial<SaleFacts>) => roomFor({ ...facts, ...change }, NOW);

test("a household can spend what it has left", () => {
  assert.deepEqual(room({}), { most: 30_000n, boundBy: "left" });
});

test("less when the terminal's limit or the shop's ceiling is nearly used up", () => {
  assert.deepEqual(room({ netSales: amountOf(990_000n) }), { most: 10_000n, boundBy: "limit" });
  const used = { ...facts.ceiling, used: amountOf(195_000n) };
  assert.deepEqual(room({ ceiling: used }), { most: 5_000n, boundBy: "ceiling" });
});

test("the ceiling drains with time", () => {
  const used = { ...facts.ceiling, used: amountOf(200_000n) };
  assert.deepEqual(room({ ceiling: used }), { refusal: "ceilingUsedUp" });
  assert.deepEqual(room({ ceiling: { ...used, usedAt: NOW - DAY / 10 } }), {
    most: 10_000n,
    boundBy: "ceiling",
  });
  assert.deepEqual(room({ ceiling: { ...used, usedAt: NOW - 10 * DAY } }), {
    most: 30_000n,
    boundBy: "left",
  });
});

test("nothing is sold for what the ledger would reject", () => {
  assert.deepEqual(room({ left: amountOf(0n) }), { refusal: "nothingLeft" });
  assert.deepEqual(room({ heldUntil: NOW }), { refusal: "held" });
  assert.deepEqual(room({ heldUntil: NOW - 1 }), { most: 30_000n, boundBy: "left" });
  assert.deepEqual(room({ isClosed: true }), { refusal: "closed" });
  assert.deepEqual(room({ isShopActive: false }), { refusal: "shopNotActive" });
  assert.deepEqual(room({ netSales: amountOf(1_000_000n) }), { refusal: "limitUsedUp" });
});

test("what expires first is spent first, and empty cycles are passed over", () => {
  const cycle = (id: number, expiresAt: number, left: bigint): OpenCycle => ({
    id,
    opensAt: 0,
    expiresAt,
    left: amountOf(left),
  });
  const order = inOrderOfSpending([cycle(4, 30, 5n), cycle(3, 20, 5n), cycle(2, 10, 0n), cycle(1, 30, 5n)]);
  assert.deepEqual(
    order.map(({ id }) => id),
    [3, 1, 4],
  );
});

test("a sale is dated by the shop's calendar, within the days of its cycle", () => {
  const noon = new Date(2026, 10, 21, 12);
  const today = Date.UTC(2026, 10, 21) / DAY / 1000;
  const around = { opensAt: (today - 3) * DAY, expiresAt: (today + 3) * DAY };
  assert.equal(saleDay(noon, around), today);
  assert.equal(saleDay(noon, { ...around, opensAt: (today + 1) * DAY }), today + 1);
  assert.equal(saleDay(noon, { ...around, expiresAt: (today - 1) * DAY + 5 }), today - 1);
});
