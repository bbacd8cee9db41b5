// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import type { OpenCycle, SaleFacts } from "#app/features/terminal/sale.ts";
import { type CounterEvent, type CounterStep, nextStep, START } from "#app/features/terminal/steps.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";

const NOW = 1_800_000_000;
const card = { account: accountNumberOf(7), serial: "7391" };
const cycle: OpenCycle = { id: 2, opensAt: NOW - 10, expiresAt: NOW + 10, left: amountOf(500n) };
const later: OpenCycle = { ...cycle, id: 3, expiresAt: NOW + 20 };
const facts: SaleFacts = {
  left: cycle.left,
  limit: amountOf(10_000n),
  netSales: amountOf(0n),
  isShopActive: true,
  ceiling: { perDay: amountOf(10_000n), offlineDays: 1, used: amountOf(0n), usedAt: NOW },
  heldUntil: 0,
  isClosed: false,
};
const verified: CounterEvent = { type: "verified", cycles: [cycle, later], facts, now: NOW };
const entered = (amount: bigint): CounterEvent => ({
  type: "amount entered",
  amount: amountOf(amount),
  draft: "d",
});

const walk = (...events: CounterEvent[]): CounterStep => events.reduce(nextStep, START);

test("card, PIN, amount, confirmation, receipt, next household", () => {
  const read: CounterEvent = { type: "card read", card };
  const purse = { card, cycle, later: [later], room: { most: 500n, boundBy: "left" } };
  assert.deepEqual(walk(read), { step: "pin", card });
  assert.deepEqual(walk(read, verified), { step: "amount", purse });
  assert.deepEqual(walk(read, verified, entered(120n)), { step: "confirm", purse, amount: 120n, draft: "d" });
  assert.deepEqual(walk(read, verified, entered(120n), { type: "back" }), { step: "amount", purse });
  const stored = walk(read, verified, entered(120n), { type: "stored", number: 9 });
  assert.deepEqual(stored, { step: "receipt", number: 9 });
  assert.deepEqual(nextStep(stored, { type: "next household" }), START);
});

test("nobody reaches a confirmation without a card, a PIN, and enough left", () => {
  assert.deepEqual(walk(verified), START);
  assert.deepEqual(walk({ type: "card read", card }, entered(1n)).step, "pin");
  for (const amount of [0n, -5n, 501n]) {
    assert.equal(walk({ type: "card read", card }, verified, entered(amount)).step, "amount");
  }
});

test("an answer about the household before does not open the purse of the next", () => {
  const left = walk({ type: "card read", card }, { type: "back" }, verified);
  assert.deepEqual(left, START);
});

test("a household that cannot buy is told why", () => {
  const none = walk(
    { type: "card read", card },
    { type: "verified", cycles: [], facts: undefined, now: NOW },
  );
  assert.deepEqual(none, { step: "refused", card, refusal: "nothingLeft" });
  const held = { ...verified, facts: { ...facts, heldUntil: NOW + 1 } };
  assert.deepEqual(walk({ type: "card read", card }, held), { step: "refused", card, refusal: "held" });
});

test("a refund cannot begin in the middle of a sale", () => {
  const sale = { number: 4 } as Extract<CounterEvent, { type: "refund asked" }>["sale"];
  const asked: CounterEvent = { type: "refund asked", sale, most: amountOf(5n), draft: "r" };
  assert.equal(walk({ type: "card read", card }, verified, asked).step, "amount");
  assert.equal(walk(asked).step, "refund");
});
