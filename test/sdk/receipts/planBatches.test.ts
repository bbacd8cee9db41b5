// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { accountNumberOf } from "#sdk/list/index.ts";
import { fromHex } from "#sdk/merkle/index.ts";
import {
  type BatchPlan,
  batchOf,
  cycleId,
  ITEM_BYTES,
  lastNumberOf,
  planBatches,
  type Receipt,
  receiptOf,
  type TerminalAddress,
  unpackItems,
} from "#sdk/receipts/index.ts";
import { receiptAt, refund, sale, TERMINALS } from "./arbitraries.ts";

/** Receipts of three terminals over two cycles in any order, with gaps, copies and contradictions. */
const anyPile = fc
  .array(
    fc.record({
      terminal: fc.constantFrom(...TERMINALS),
      cycle: fc.constantFrom(1, 1, 1, 2),
      number: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 60 },
  )
  .chain((places) =>
    fc.tuple(
      fc.tuple(...places.map(({ terminal, cycle, number }) => receiptAt(terminal, cycle, number))),
      fc.array(fc.nat(), { maxLength: 5 }),
    ),
  )
  .map(([receipts, copies]) => [...receipts, ...copies.flatMap((i) => receipts.slice(i % 60, (i % 60) + 1))]);

const anyNextNumbers = fc
  .tuple(...TERMINALS.map(() => fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined })))
  .map(
    (nexts) =>
      new Map(
        nexts.flatMap((next, i) =>
          next === undefined ? [] : [[TERMINALS[i] as TerminalAddress, next] as const],
        ),
      ),
  );

const text = (receipt: Receipt) =>
  JSON.stringify(receipt, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
const inOrder = (receipts: readonly Receipt[]) => receipts.map(text).sort();
const batched = (plan: BatchPlan) => plan.batches.flatMap((batch) => batch.receipts);

describe("planning batches", () => {
  it("loses no receipt and puts none into two places", () => {
    fc.assert(
      fc.property(anyPile, anyNextNumbers, (pile, nextNumbers) => {
        const plan = planBatches(pile, { nextNumbers });
        const out = [...batched(plan), ...plan.counted, ...plan.copies, ...plan.conflicting];
        assert.deepEqual(inOrder(out), inOrder(pile));
      }),
    );
  });

  it("makes batches of one terminal and cycle, in order, that say what their receipts say", () => {
    fc.assert(
      fc.property(anyPile, anyNextNumbers, (pile, nextNumbers) => {
        for (const { batch, receipts } of planBatches(pile, { nextNumbers }).batches) {
          assert.deepEqual(batch, batchOf(receipts));
          const items = unpackItems(fromHex(batch.items));
          assert.deepEqual(
            items.map((item, i) => receiptOf(item, receipts[i] ?? assert.fail())),
            receipts,
          );
          assert.equal(lastNumberOf(batch), receipts.at(-1)?.number);
        }
      }),
    );
  });

  it("lets the chain take every batch that waits for nothing, and names every gap", () => {
    fc.assert(
      fc.property(anyPile, anyNextNumbers, (pile, nextNumbers) => {
        const plan = planBatches(pile, { nextNumbers });
        for (const terminal of TERMINALS) {
          const own = plan.batches.filter(({ batch }) => batch.terminal === terminal);
          const gaps = plan.problems.filter(
            (problem) => problem.code === "RCPT-301" && problem.terminal === terminal,
          );
          let next = nextNumbers.get(terminal) ?? own[0]?.batch.firstNumber ?? 1;
          for (const { batch, waitsFor } of own) {
            if (batch.firstNumber > next) {
              assert.ok(
                gaps.some((gap) => gap.firstNumber === next && gap.lastNumber === batch.firstNumber - 1),
              );
            }
            assert.equal(
              waitsFor !== undefined,
              gaps.some((gap) => gap.lastNumber < batch.firstNumber),
            );
            next = lastNumberOf(batch) + 1;
          }
        }
      }),
    );
  });

  it("gives the same plan whatever the order of the receipts", () => {
    fc.assert(
      fc.property(anyPile, fc.infiniteStream(fc.nat()), (pile, keys) => {
        const shuffled = pile
          .map((receipt) => [keys.next().value, receipt] as const)
          .sort(([a], [b]) => a - b)
          .map(([, receipt]) => receipt);
        assert.deepEqual(planBatches(shuffled).batches, planBatches(pile).batches);
      }),
    );
  });

  it("splits at 500 receipts", () => {
    const receipts = Array.from({ length: 1_001 }, (_, i) => sale(i + 1));
    const sizes = planBatches(receipts).batches.map(({ batch }) => fromHex(batch.items).length / ITEM_BYTES);
    assert.deepEqual(sizes, [500, 500, 1]);
  });

  it("splits where the cycle changes, and lets a terminal come back to a cycle", () => {
    const cycles = [1, 1, 2, 1];
    const receipts = cycles.map((cycle, i) => sale(i + 1, { cycle: cycleId(cycle) }));
    const batches = planBatches(receipts).batches.map(({ batch }) => [batch.cycle, batch.firstNumber]);
    assert.deepEqual(batches, [
      [1, 1],
      [2, 3],
      [1, 4],
    ]);
  });

  it("keeps refunds, each of which brings a list extract, within gas and data of one transaction", () => {
    const apart = Array.from({ length: 500 }, (_, i) =>
      refund(i + 2, 1, { account: accountNumberOf(256 * (i + 1)) }),
    );
    const together = apart.map((receipt, i) => ({ ...receipt, account: accountNumberOf(256 + (i % 256)) }));
    const ofApart = planBatches(apart).batches.map(({ receipts }) => receipts.length);
    // An extract of a full chunk has 2,912 bytes of call data; 120,000 bytes hold 40 of them with their receipts.
    assert.ok(Math.max(...ofApart) <= 40, `${ofApart}`);
    assert.ok(Math.max(...ofApart) >= 30, `${ofApart}`);
    assert.ok(planBatches(together).batches.length <= 2);
    const tight = planBatches(apart, { limits: { gas: 1_000_000, dataBytes: 1e9 } }).batches;
    assert.deepEqual([...new Set(tight.map(({ receipts }) => receipts.length))], [2]);
  });

  it("leaves out what the chain has counted", () => {
    const receipts = [sale(1), sale(2), sale(3)];
    const plan = planBatches(receipts, { nextNumbers: new Map([[TERMINALS[0] as TerminalAddress, 3]]) });
    assert.deepEqual(plan.counted, receipts.slice(0, 2));
    assert.deepEqual(batched(plan), receipts.slice(2));
    assert.deepEqual(plan.problems, []);
  });

  it("withholds contradicting receipts of one number and says so once", () => {
    const plan = planBatches([sale(1), sale(2), sale(2, { account: accountNumberOf(999) }), sale(3)]);
    assert.equal(plan.conflicting.length, 2);
    assert.deepEqual(
      plan.problems.map(({ code, firstNumber, lastNumber }) => [code, firstNumber, lastNumber]),
      [
        ["RCPT-302", 2, 2],
        ["RCPT-301", 2, 2],
      ],
    );
    assert.deepEqual(
      plan.batches.map(({ waitsFor }) => waitsFor?.firstNumber),
      [undefined, 2],
    );
  });

  it("has nothing to say about no receipts", () => {
    assert.deepEqual(planBatches([]), {
      batches: [],
      counted: [],
      copies: [],
      conflicting: [],
      problems: [],
    });
    assert.throws(() => batchOf([]), RangeError);
    assert.throws(() => batchOf([sale(1), sale(3)]), RangeError);
  });
});
