// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { amountOf, MAX_ENTITLEMENT } from "#sdk/money/index.ts";
import { encodeReceipts, packItems, receiptOf, unpackItems } from "#sdk/receipts/index.ts";
import { anyBatchOfReceipts, refund, sale } from "./arbitraries.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("receipt items", () => {
  it("come back from their bytes as they were", () => {
    fc.assert(
      fc.property(anyBatchOfReceipts, (receipts) => {
        const items = unpackItems(encodeReceipts(receipts));
        assert.deepEqual(
          items.map((item, i) => receiptOf(item, receipts[i] ?? assert.fail())),
          receipts,
        );
      }),
    );
  });

  it("keep any bytes at all, since a terminal may sign nonsense", () => {
    const wholeItems = fc
      .integer({ min: 0, max: 20 })
      .chain((n) => fc.uint8Array({ minLength: 16 * n, maxLength: 16 * n }));
    fc.assert(
      fc.property(wholeItems, (bytes) => assert.equal(hex(packItems(unpackItems(bytes))), hex(bytes))),
    );
  });

  it("are laid out as the contract reads them", () => {
    const receipts = [
      sale(1, {
        account: 0x01020304 as never,
        amount: amountOf(0x0a0b0c0d0e0f10n),
        day: 0x11121314 as never,
      }),
    ];
    assert.equal(hex(encodeReceipts(receipts)), `01020304${"0a0b0c0d0e0f10"}${"11121314"}02`);
    assert.equal(hex(encodeReceipts([refund(9, 7, { recognition: "override" })])).slice(-10), "0000000709");
  });

  it("are read at the right place of a larger buffer", () => {
    const bytes = encodeReceipts([sale(1), sale(2)]);
    const larger = new Uint8Array([...Array(5).fill(255), ...bytes]);
    assert.deepEqual(unpackItems(larger.subarray(5)), unpackItems(bytes));
  });

  it("stand for no receipt where the chain finds them malformed", () => {
    const place = sale(3);
    const [item] = unpackItems(encodeReceipts([place]));
    assert.ok(item);
    for (const flags of [0, 1, 5 << 1, 7 << 1, 16, 0x82])
      assert.equal(receiptOf({ ...item, flags }, place), undefined);
    assert.equal(receiptOf({ ...item, amount: amountOf(0n) }, place), undefined);
    assert.equal(receiptOf({ ...item, flags: 3, reference: 0 }, place), undefined);
  });

  it("refuse amounts that a receipt cannot carry", () => {
    for (const amount of [0n, -1n, MAX_ENTITLEMENT + 1n]) {
      assert.throws(() => encodeReceipts([sale(1, { amount: amountOf(amount) })]), RangeError);
    }
    assert.throws(() => unpackItems(new Uint8Array(17)), RangeError);
  });
});
