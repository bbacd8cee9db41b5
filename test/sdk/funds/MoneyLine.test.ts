// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { smaller } from "#sdk/funds/index.ts";
import { type Became, MoneyLine, type Movement } from "#sdk/funds/MoneyLine.ts";

interface Named {
  readonly name: string;
  readonly amount: bigint;
}

const bread = { name: "bread", amount: 60n };
const salt = { name: "salt", amount: 30n };

function brought(payer: string, amount: bigint, rank?: number): Movement {
  return { payer, source: payer, amount, ...(rank === undefined ? {} : { rank }) };
}

function told(parts: readonly Became<Named>[]): string[] {
  return parts.map(({ use, amount }) => `${typeof use === "string" ? use : use.name} ${amount}`);
}

describe("the money of a programme as one line", () => {
  it("spends what came first first, whoever brought it", () => {
    const line = new MoneyLine([brought("A", 50n), brought("B", 40n)], [bread, salt]);
    assert.deepEqual(told(line.follow("A", { from: 0n, to: 50n })), ["bread 50"]);
    assert.deepEqual(told(line.follow("B", { from: 0n, to: 40n })), ["bread 10", "salt 30"]);
  });

  it("tells of a part of what a payer brought no more than that part", () => {
    const line = new MoneyLine([brought("A", 70n), brought("B", 20n)], [bread, salt]);
    assert.deepEqual(told(line.follow("A", { from: 55n, to: 65n })), ["bread 5", "salt 5"]);
  });

  it("spends a lower rank before everything else, whenever it came", () => {
    const line = new MoneyLine([brought("A", 60n, 1), brought("B", 30n, 0)], [bread, salt]);
    assert.deepEqual(told(line.follow("B", { from: 0n, to: 30n })), ["bread 30"]);
    assert.deepEqual(told(line.follow("A", { from: 0n, to: 60n })), ["bread 30", "salt 30"]);
  });

  it("takes the tail of what a source's money was when some of it goes back", () => {
    const back = { payer: "", source: "A", amount: -15n };
    const line = new MoneyLine([brought("A", 50n), back, brought("A", 55n)], [bread, salt]);
    assert.deepEqual(told(line.follow("A", { from: 0n, to: 50n })), ["bread 35", "returned 15"]);
    assert.deepEqual(told(line.follow("A", { from: 50n, to: 105n })), ["bread 25", "salt 30"]);
  });

  it("gives back to a source what another payer brought in its name", () => {
    const forFund = { payer: "donor", source: "fund", amount: 90n };
    const line = new MoneyLine([forFund, { payer: "", source: "fund", amount: -30n }], [bread]);
    assert.deepEqual(told(line.follow("donor", { from: 0n, to: 90n })), ["bread 60", "returned 30"]);
  });

  it("explains nothing that nobody wrote down: more asked than brought, or more brought than used", () => {
    const line = new MoneyLine([brought("A", 100n)], [bread]);
    assert.deepEqual(told(line.follow("A", { from: 50n, to: 120n })), [
      "bread 10",
      "unexplained 40",
      "unexplained 20",
    ]);
    assert.deepEqual(told(line.follow("nobody", { from: 0n, to: 7n })), ["unexplained 7"]);
  });

  it("leaves out uses without an amount", () => {
    const line = new MoneyLine([brought("A", 30n)], [{ name: "air", amount: 0n }, salt]);
    assert.deepEqual(told(line.follow("A", { from: 0n, to: 30n })), ["salt 30"]);
  });

  it("puts every unit in exactly one use, and fills every use, when the books tie", () => {
    const movements = fc.array(
      fc.record({ payer: fc.constantFrom("A", "B", "C"), amount: fc.bigInt(1n, 1_000n) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(movements, fc.array(fc.bigInt(1n, 500n), { maxLength: 12 }), (came, spent) => {
        const inflows = came.map(({ payer, amount }) => brought(payer, amount));
        const whole = inflows.reduce((sum, { amount }) => sum + amount, 0n);
        const uses = usesOf(spent, whole);
        const line = new MoneyLine(inflows, uses);
        const filled = new Map<Named, bigint>();
        for (const payer of ["A", "B", "C"]) {
          const mine = inflows.reduce((sum, one) => (one.payer === payer ? sum + one.amount : sum), 0n);
          const parts = line.follow(payer, { from: 0n, to: mine });
          assert.equal(
            parts.reduce((sum, { amount }) => sum + amount, 0n),
            mine,
          );
          for (const { use, amount } of parts) {
            assert.ok(typeof use === "object");
            filled.set(use, (filled.get(use) ?? 0n) + amount);
          }
        }
        assert.ok(uses.every((use) => filled.get(use) === use.amount));
      }),
    );
  });
});

/** Uses of these amounts as long as there is money, and one of the rest. */
function usesOf(amounts: readonly bigint[], whole: bigint): Named[] {
  const uses: Named[] = [];
  let left = whole;
  for (const [index, wanted] of amounts.entries()) {
    const amount = smaller(wanted, left);
    if (amount > 0n) uses.push({ name: `use ${index}`, amount });
    left -= amount;
  }
  return left > 0n ? [...uses, { name: "rest", amount: left }] : uses;
}
