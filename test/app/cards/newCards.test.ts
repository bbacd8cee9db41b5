// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import { inSheets } from "#app/features/cards/inSheets.ts";
import { newCard } from "#app/features/cards/newCards.ts";
import { accountNumberOf } from "#sdk/list/index.ts";

const account = accountNumberOf(1024);

test("a new card has a PIN of six digits that nobody guesses first, and a serial of four", () => {
  const cards = Array.from({ length: 3_000 }, () => newCard(account));
  for (const { pin, serial } of cards) {
    assert.match(pin, /^\d{6}$/);
    assert.doesNotMatch(pin, /^(\d)\1{5}$|123456|654321/);
    assert.match(serial, /^\d{4}$/);
  }
  assert.ok(new Set(cards.map(({ pin }) => pin)).size > 2_950, "PINs differ");
  const firstDigits = new Set(cards.map(({ pin }) => pin[0]));
  assert.equal(firstDigits.size, 10, "every digit comes up, zero too");
});

test("a card in place of another never has its serial", () => {
  const seen = new Set(Array.from({ length: 30_000 }, () => newCard(account, "7391").serial));
  assert.ok(!seen.has("7391"));
});

test("things fall into sheets in their order, the last one may be short", () => {
  assert.deepEqual(inSheets([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
  assert.deepEqual(inSheets([], 2), []);
});
