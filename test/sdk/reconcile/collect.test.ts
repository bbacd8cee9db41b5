// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toHex } from "#sdk/merkle/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import {
  correctionStruct,
  cycleId,
  decodeOutcomes,
  encodeReceipts,
  honour,
  packItems,
  reenter,
  reenterLost,
  reverse,
} from "#sdk/receipts/index.ts";
import { collectReceipts, reconcile, type ShopEvent } from "#sdk/reconcile/index.ts";
import { refund, sale } from "../receipts/arbitraries.ts";
import { agreeingBooks, household, SCOPE } from "./world.ts";

const cycle = SCOPE.cycle;
const thousand = { cycle, amount: amountOf(1_000n) };
const first = sale(1, thousand);
const second = sale(2, thousand);
const third = sale(3, thousand);
const back = refund(4, 1, { cycle, amount: amountOf(100n) });
const { terminal } = first;

/** Four receipts, the second of them rejected for the household's hold. */
const recorded: ShopEvent = {
  recorded: decodeOutcomes({
    terminal,
    cycle,
    firstNumber: 1,
    items: toHex(encodeReceipts([first, second, third, back])),
    rejections: "0x000105",
    stop: 0,
  }),
};
const entry = { account: household(9), amount: amountOf(700n) };
const settle = (id: number, number: number): ShopEvent => ({
  settled: { id, cycle, lastReceipts: [{ terminal, number }] },
});

/** Paid and still owed, by number. */
function money(...events: ShopEvent[]): [number, bigint, bigint][] {
  const receipts = collectReceipts(events);
  const terminals = [{ terminal, status: "active" as const, nextNumber: 5 }];
  const { rows } = reconcile({ ...agreeingBooks(), terminals, receipts, statement: [] });
  return rows.map(({ chain, counted }) => [chain?.number ?? 0, chain?.paid ?? -1n, counted]);
}

describe("a shop's receipts from events", () => {
  it("are what the terminal signed and what the chain made of it", () => {
    const receipts = collectReceipts([recorded]);
    assert.deepEqual(
      receipts.map((each) => each.outcome),
      ["credited", "rejected", "credited", "credited"],
    );
    const { recognition: _, ...known } = first;
    assert.deepEqual(receipts[0], { ...known, outcome: "credited", paid: 0n });
    assert.deepEqual(
      [receipts[1]?.rejection, receipts[3]?.kind, receipts[3]?.day],
      ["AccountHeld", "refund", null],
    );
  });

  it("keep malformed ones", () => {
    const items = toHex(packItems([{ account: household(1), amount: amountOf(0n), reference: 0, flags: 1 }]));
    const [only] = collectReceipts([
      {
        recorded: decodeOutcomes({ terminal, cycle, firstNumber: 1, items, rejections: "0x000001", stop: 0 }),
      },
    ]);
    assert.deepEqual([only?.kind, only?.amount, only?.rejection], ["refund", 0n, "Malformed"]);
  });

  it("follow their corrections", () => {
    const lost = { terminal, cycle, number: sale(77).number };
    const corrections = [
      honour(second, entry, "A"),
      reverse(third, "B"),
      reenter(first, entry, "C"),
      reenterLost(lost, entry, "D"),
    ];
    const events = corrections.map((correction) => ({ corrected: correctionStruct(correction) }));
    assert.deepEqual(money(recorded, ...events), [
      [1, 0n, 700n],
      [2, 0n, 700n],
      [3, 0n, 0n],
      [4, 0n, -100n],
      [77, 0n, 700n],
    ]);
    const entered = collectReceipts([recorded, ...events]).at(-1);
    assert.deepEqual([entered?.outcome, entered?.account, entered?.cycle], ["absent", entry.account, cycle]);
  });

  it("are paid up to the mark of a settlement of their cycle", () => {
    assert.deepEqual(money(recorded, settle(1, 2)), [
      [1, 1_000n, 0n],
      [2, 0n, 0n],
      [3, 0n, 1_000n],
      [4, 0n, -100n],
    ]);
    const other: ShopEvent = {
      settled: { id: 1, cycle: cycleId(9), lastReceipts: [{ terminal, number: 4 }] },
    };
    assert.deepEqual(
      money(recorded, other).map(([, paid]) => paid),
      [0n, 0n, 0n, 0n],
    );
  });

  it("are owed, or owe, what a correction changes after they were paid, until the next settlement", () => {
    const reversed: ShopEvent = { corrected: correctionStruct(reverse(first, "A")) };
    const honoured: ShopEvent = { corrected: correctionStruct(honour(second, entry, "B")) };
    const events = [recorded, settle(1, 4), reversed, honoured] as const;
    assert.deepEqual(money(...events), [
      [1, 1_000n, -1_000n],
      [2, 0n, 700n],
      [3, 1_000n, 0n],
      [4, -100n, 0n],
    ]);
    assert.deepEqual(money(...events, settle(2, 4)), [
      [1, 0n, 0n],
      [2, 700n, 0n],
      [3, 1_000n, 0n],
      [4, -100n, 0n],
    ]);
    const undone = money(...events, settle(2, 4), { returned: { id: 2 } });
    assert.deepEqual(undone, money(...events));
  });

  it("are paid beyond every mark when they never reached the chain", () => {
    const lost = reenterLost({ terminal, cycle, number: sale(77).number }, entry, "D");
    const events = [recorded, { corrected: correctionStruct(lost) }, settle(1, 4)];
    assert.deepEqual(money(...events).at(-1), [77, 700n, 0n]);
  });

  it("are not guessed at when a correction is of an unknown kind", () => {
    const struct = { ...correctionStruct(reverse(first, "A")), kind: 3 };
    assert.throws(() => collectReceipts([recorded, { corrected: struct }]), RangeError);
  });
});
