// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import { cardNumber, cardPayload, readCard } from "#app/shared/cards/cardPayload.ts";
import { accountNumberOf } from "#sdk/list/index.ts";

const card = { account: accountNumberOf(1024), serial: "7391" };

test("a card's QR code says the account and the serial and nothing else", () => {
  assert.equal(cardPayload(card), "annona:1:1024:7391");
  assert.deepEqual(readCard(cardPayload(card)), card);
});

test("the card's number can be typed as it is printed, or with what people put in its place", () => {
  assert.equal(cardNumber(card), "1024-7391");
  for (const typed of ["1024-7391", " 1024 7391 ", "1024 - 7391", "1024/7391", "1024.7391"]) {
    assert.deepEqual(readCard(typed), card, typed);
  }
});

test("a scanner with another keyboard layout is understood", () => {
  assert.deepEqual(readCard("ANNONAÑ1Ñ1024Ñ7391"), card);
  assert.deepEqual(readCard("annona;1;1024;7391\n"), card);
});

test("other codes are not cards", () => {
  for (const other of [
    "",
    "1024",
    "https://example.org/1-2",
    "annona:2:1024:7391",
    "annona:1:1024:73",
    "4294967296-7391",
    "7-73911",
  ]) {
    assert.equal(readCard(other), undefined, other);
  }
});
