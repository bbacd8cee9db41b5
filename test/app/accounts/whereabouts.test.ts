// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import { type EntitlementFacts, entitlementState } from "#app/features/accounts/entitlement.ts";
import { spentOf } from "#app/features/accounts/spent.ts";
import { type HouseholdFacts, whereIsThePayment } from "#app/features/accounts/whereabouts.ts";
import type { Receipt } from "#app/shared/api/index.ts";
import { amountOf } from "#sdk/money/index.ts";

const NOW = 1_800_000_000;
const DAY = 86_400;

function entitlement(change: Partial<EntitlementFacts> = {}): EntitlementFacts {
  return {
    programme: "0xA",
    programmeName: "Food",
    cycle: 1,
    cycleState: "Approved",
    opensAt: NOW - 10 * DAY,
    expiresAt: NOW + 10 * DAY,
    listed: amountOf(30_000n),
    isLoaded: true,
    spent: amountOf(0n),
    ...change,
  };
}

const stateOf = (change: Partial<EntitlementFacts>) => entitlementState(entitlement(change), NOW);

test("an entitlement is named in the field's words", () => {
  assert.equal(stateOf({ cycleState: "Prepared" }), "pending");
  assert.equal(stateOf({ cycleState: "AwaitingRelease" }), "pending");
  assert.equal(stateOf({}), "approved");
  assert.equal(stateOf({ spent: amountOf(1n) }), "partiallyFulfilled");
  assert.equal(stateOf({ spent: amountOf(30_000n) }), "fulfilled");
  assert.equal(stateOf({ spent: amountOf(1n), expiresAt: NOW - 1 }), "expired");
  assert.equal(stateOf({ spent: amountOf(30_000n), cycleState: "Closed" }), "fulfilled");
  assert.equal(stateOf({ cycleState: "Closed" }), "expired");
  assert.equal(stateOf({ cycleState: "Cancelled" }), "cancelled");
  assert.equal(stateOf({ cycleState: "Returned" }), "cancelled");
});

function answer(facts: Partial<HouseholdFacts>) {
  return whereIsThePayment({ closed: undefined, holds: [], entitlements: [], ...facts }, NOW);
}

test("money that can be spent now is the answer, before all that is over or to come", () => {
  const over = entitlement({ cycle: 1, spent: amountOf(30_000n) });
  const now = entitlement({ cycle: 2, spent: amountOf(12_000n) });
  const later = entitlement({ cycle: 3, opensAt: NOW + DAY });
  const told = answer({ entitlements: [over, later, now] });
  assert.deepEqual(told, { kind: "open", entitlement: now, left: 18_000n });
});

test("of two open cycles the one that expires first is named", () => {
  const long = entitlement({ cycle: 1, expiresAt: NOW + 20 * DAY });
  const short = entitlement({ cycle: 2, expiresAt: NOW + 2 * DAY });
  const told = answer({ entitlements: [long, short] });
  assert.equal(told.kind === "open" && told.entitlement.cycle, 2);
});

test("a hold is named where it keeps money back, and only in its programme", () => {
  const hold = { programme: "0xA", programmeName: "Food", until: NOW + DAY };
  assert.equal(answer({ entitlements: [entitlement()], holds: [hold] }).kind, "held");
  assert.equal(answer({ entitlements: [entitlement({ programme: "0xB" })], holds: [hold] }).kind, "open");
  assert.equal(answer({ entitlements: [entitlement()], holds: [{ ...hold, until: NOW - 1 }] }).kind, "open");
});

test("each other state has an answer of its own", () => {
  const kindOf = (change: Partial<EntitlementFacts>) => answer({ entitlements: [entitlement(change)] }).kind;
  assert.equal(kindOf({ cycleState: "Prepared" }), "waiting");
  assert.equal(kindOf({ opensAt: NOW + DAY }), "upcoming");
  assert.equal(kindOf({ isLoaded: false }), "loading");
  assert.equal(kindOf({ spent: amountOf(30_000n) }), "spent");
  assert.equal(kindOf({ expiresAt: NOW - DAY }), "expired");
  assert.equal(kindOf({ cycleState: "Returned" }), "sentBack");
  assert.equal(kindOf({ cycleState: "Cancelled" }), "cancelled");
  assert.equal(answer({}).kind, "onNoList");
  assert.deepEqual(answer({ closed: { successor: 9 }, entitlements: [entitlement()] }), {
    kind: "closed",
    successor: 9,
  });
});

test("of what is over the latest is named", () => {
  const old = entitlement({ cycle: 1, expiresAt: NOW - 40 * DAY });
  const recent = entitlement({ cycle: 2, expiresAt: NOW - 2 * DAY });
  const told = answer({ entitlements: [old, recent] });
  assert.equal(told.kind === "expired" && told.entitlement.cycle, 2);
});

const hash = `0x${"00".repeat(32)}`;
function receipt(change: Partial<Receipt>): Receipt {
  return {
    terminal: `0x${"11".repeat(20)}`,
    number: 1,
    cycle: 1,
    shop: 1,
    account: 7,
    amount: amountOf(1_000n),
    kind: "sale",
    recognition: "card-pin",
    outcome: "credited",
    block: 1,
    transaction: hash,
    ...change,
  };
}
function correction(kind: string, change: Partial<NonNullable<Receipt["correction"]>> = {}) {
  const old = { account: 7, amount: amountOf(1_000n), newAccount: null, newAmount: amountOf(0n) };
  return { ...old, kind, reason: "WRONG-AMOUNT", day: 20_000, transaction: hash, ...change };
}

test("what a household spent follows its receipts, refunds and corrections", () => {
  const receipts = [
    receipt({}),
    receipt({ kind: "refund", amount: amountOf(300n) }),
    receipt({ outcome: "rejected", amount: amountOf(50_000n) }),
    receipt({ cycle: 2, amount: amountOf(70_000n) }),
    receipt({ outcome: "corrected", correction: correction("Reverse") }),
    receipt({ outcome: "corrected", correction: correction("Honour", { amount: amountOf(40n) }) }),
    receipt({
      outcome: "corrected",
      account: 8,
      correction: correction("ReEnter", { account: 8, newAccount: 7, newAmount: amountOf(5n) }),
    }),
  ];
  assert.equal(spentOf(receipts, 7, 1), 745n);
  assert.equal(spentOf(receipts, 8, 1), 0n);
});
