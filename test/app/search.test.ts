// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import { documentSearch, receiptSearch } from "#app/search.ts";

test("numbers of the ledger are taken from the address, anything else is dropped", () => {
  assert.deepEqual(receiptSearch({ number: 12, account: "300", shop: 2 }), {
    number: 12,
    account: 300,
    shop: 2,
  });
  const junk = { number: -1, account: 4_294_967_296, shop: "1.5", other: 3 };
  assert.deepEqual(receiptSearch(junk), {});
  assert.deepEqual(receiptSearch({ number: "", account: null }), {});
});

test("only a whole fingerprint is looked up", () => {
  const hash = `0x${"AB".repeat(32)}`;
  assert.deepEqual(documentSearch({ hash }), { hash: hash.toLowerCase() });
  assert.deepEqual(documentSearch({ hash: "0x12" }), {});
});
