// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import { readProgress } from "#app/features/terminal/progress.ts";
import type { StoredReceipt } from "#app/features/terminal/receiptStore.ts";
import { receiptsOfDay, refundable, totalsOf } from "#app/features/terminal/totals.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { toHex } from "#sdk/merkle/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import {
  cycleId,
  dayOf,
  decodeOutcomes,
  encodeReceipts,
  type Receipt,
  receiptNumber,
  terminalAddress,
} from "#sdk/receipts/index.ts";

const terminal = terminalAddress(`0x${"11".repeat(20)}`);
const DAY = 20_780;
const NOON = new Date(2026, 10, 23, 12).getTime();

function entry(number: number, amount: bigint) {
  return {
    terminal,
    cycle: cycleId(1),
    number: receiptNumber(number),
    account: accountNumberOf(7),
    amount: amountOf(amount),
    recognition: "card-pin" as const,
  };
}
const sale = (number: number, amount = 2_000n): Receipt => ({
  ...entry(number, amount),
  kind: "sale",
  day: dayOf(DAY),
});
const refund = (number: number, saleNumber: number, amount: bigint): Receipt => ({
  ...entry(number, amount),
  kind: "refund",
  saleNumber: receiptNumber(saleNumber),
});

/** As the ledger's event would tell it. */
function recorded(receipts: readonly Receipt[], rejections = "0x", stop = 0) {
  const items = toHex(encodeReceipts(receipts));
  return decodeOutcomes({
    terminal,
    cycle: 1,
    firstNumber: receipts[0]?.number ?? 1,
    items,
    rejections,
    stop,
  });
}

test("the ledger's word about each receipt is read by its number", () => {
  const receipts = [sale(1), sale(2), sale(3)];
  const rejectSecond = "0x000104"; // index 1, not enough left
  const news = readProgress(receipts, [recorded([sale(1), sale(2)], rejectSecond)], 3);
  assert.deepEqual(
    [...news],
    [
      [1, { kind: "recorded" }],
      [2, { kind: "rejected", rejection: "NotEnoughLeft" }],
    ],
  );
});

test("a stop is told of the receipt that is next, and is over when later ones went through", () => {
  const stopped = recorded([sale(1)], "0x", 4);
  assert.deepEqual(readProgress([sale(2), sale(3)], [stopped], 2).get(2), {
    kind: "stopped",
    stop: "CeilingUsedUp",
  });
  const news = readProgress([sale(2), sale(3)], [stopped, recorded([sale(2), sale(3)])], 4);
  assert.deepEqual([...news.values()], [{ kind: "recorded" }, { kind: "recorded" }]);
});

test("another receipt under the same number is a conflict, never taken for one's own", () => {
  const news = readProgress([sale(1, 500n)], [recorded([sale(1, 900n)])], 2);
  assert.deepEqual(news.get(1), { kind: "conflict" });
});

const stored = (receipt: Receipt, kind: "kept" | "recorded" | "rejected", madeAt = NOON): StoredReceipt => ({
  terminal,
  number: receipt.number,
  receipt,
  draft: String(receipt.number),
  madeAt,
  sinceBlock: 1,
  progress: kind === "rejected" ? { kind, rejection: "NotEnoughLeft" } : { kind },
});

test("the day's totals leave out what was rejected and say what still waits", () => {
  const all = [
    stored(sale(1, 9_000n), "recorded", NOON - 86_400_000),
    stored(sale(2, 2_000n), "recorded"),
    stored(sale(3, 4_000n), "rejected"),
    stored(refund(4, 2, 500n), "recorded"),
    stored(sale(5, 100n), "kept"),
  ];
  const today = receiptsOfDay(all, Date.UTC(2026, 10, 23) / 86_400_000);
  assert.deepEqual(
    today.map(({ number }) => number),
    [5, 4, 3, 2],
  );
  assert.deepEqual(totalsOf(today), { sales: 2, sold: 2_100n, refunds: 1, refunded: 500n, waiting: 1 });
});

test("no more is refunded than was sold, in several parts too", () => {
  const own = stored(sale(2, 2_000n), "recorded");
  assert.equal(refundable(own, [own]), 2_000n);
  const refunds = [stored(refund(3, 2, 500n), "kept"), stored(refund(4, 2, 700n), "rejected")];
  assert.equal(refundable(own, [own, ...refunds]), 1_500n);
  assert.equal(refundable(stored(sale(6), "rejected"), []), 0n);
});
