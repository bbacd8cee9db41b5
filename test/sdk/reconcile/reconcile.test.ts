// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type AccountNumber, accountNumberOf } from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { type Correction, correctionStruct } from "#sdk/receipts/index.ts";
import { CLASS_NAMES, CLASSES, type Reconciliation, reconcile } from "#sdk/reconcile/index.ts";
import { processorTime } from "#test/support/processorTime.ts";
import {
  agreeingBooks,
  anyBooks,
  anyPlanting,
  type Books,
  household,
  LOST,
  PLANTED_CLASSES,
  PLANTERS,
  receipt,
  rowFor,
  shuffled,
  TILL,
  terminalsOf,
} from "./world.ts";

function findings({ rows }: Reconciliation): string[] {
  return rows
    .filter((row) => row.class !== "Matched")
    .map(({ class: name, statement, chain }) => {
      const terminal = chain?.terminal ?? statement?.terminal;
      const written = typeof terminal === "object" ? terminal.unknown : terminal;
      return `${written}/${chain?.number ?? statement?.number} ${name}`;
    });
}

/** What a correction takes from the account that it debits. */
function debitOf({ kind, old, new: after }: Correction): { account: AccountNumber; amount: bigint } {
  if (kind === "honour" && old) return old;
  if (!after) return { account: accountNumberOf(0), amount: 0n };
  const back = old?.account === after.account ? old.amount : 0n;
  return { account: after.account, amount: after.amount > back ? after.amount - back : 0n };
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const face = ({ kind, amount }: { kind: string; amount: bigint }) => (kind === "sale" ? amount : -amount);

describe("reconciliation", () => {
  it("matches books that agree", () => {
    const books = agreeingBooks();
    const result = reconcile({ ...books, owed: amountOf(sum(books.receipts.map(face))) });
    assert.deepEqual(new Set(result.rows.map((row) => row.class)), new Set(["Matched"]));
    assert.equal(result.total.difference, 0n);
    assert.equal(result.unexplained, 0n);
  });

  it("finds each planted error once, as what it is, and nothing else", () => {
    fc.assert(
      fc.property(anyPlanting, ({ places, kinds, statementOrder, chainOrder }) => {
        const books = agreeingBooks();
        const planted = places.map((place, i) => PLANTERS[kinds[i] ?? assert.fail()](books, place, i));
        books.statement = shuffled(books.statement, statementOrder);
        books.receipts = shuffled(books.receipts, chainOrder);
        assert.deepEqual(findings(reconcile(books)).sort(), planted.sort());
      }),
      { numRuns: 500 },
    );
  });

  it("knows every class, each by an error of its own", () => {
    assert.deepEqual(["Matched", ...PLANTED_CLASSES].sort(), [...CLASS_NAMES].sort());
    for (const name of PLANTED_CLASSES) {
      const books = agreeingBooks();
      const planted = PLANTERS[name](books, 0, 0);
      const result = reconcile(books);
      assert.deepEqual(findings(result), [planted], name);
      assert.equal(result.classes[name].rows, 1, name);
    }
  });

  it("puts every row and every receipt of the cycle into exactly one row of the result", () => {
    fc.assert(
      fc.property(anyBooks, (books) => {
        const { rows } = reconcile(books);
        const statement = rows.flatMap((row) => row.statement ?? []);
        assert.deepEqual(statement, books.statement);
        const chain = rows.flatMap((row) => row.chain ?? []);
        assert.equal(new Set(chain).size, chain.length);
        assert.deepEqual(
          new Set(chain),
          new Set(books.receipts.filter(({ cycle }) => cycle === books.scope.cycle)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("ties out: the differences of the classes are the difference of the totals, to the unit", () => {
    fc.assert(
      fc.property(anyBooks, (books) => {
        const { rows, total, classes, unexplained } = reconcile(books);
        const each = Object.values(classes);
        assert.equal(total.claimed, sum(books.statement.map(face)));
        assert.equal(total.claimed - total.counted, total.difference);
        assert.equal(sum(each.map((one) => one.difference)), total.difference);
        assert.equal(sum(each.map((one) => one.claimed)), total.claimed);
        assert.equal(sum(each.map((one) => one.counted)), total.counted);
        assert.equal(
          each.reduce((count, one) => count + one.rows, 0),
          rows.length,
        );
        assert.equal(unexplained, books.owed === undefined ? null : books.owed - total.counted);
        assert.ok(rows.every((row) => row.class !== "Matched" || row.difference === 0n));
      }),
      { numRuns: 500 },
    );
  });

  it("counts what the chain owes: credited and corrected, less what is settled", () => {
    const books = agreeingBooks();
    const correction = { kind: "reenter" as const, account: household(1), amount: amountOf(5n) };
    books.receipts = [
      receipt(TILL, 1, { amount: amountOf(100n) }),
      receipt(TILL, 2, { amount: amountOf(30n), kind: "refund", day: null }),
      receipt(TILL, 3, { outcome: "rejected", rejection: "AccountHeld" }),
      receipt(TILL, 4, { correction }),
      receipt(TILL, 5, { correction: { ...correction, kind: "reverse", amount: amountOf(0n) } }),
      receipt(TILL, 6, { paid: amountOf(1_006n) }),
      receipt(TILL, 7, { paid: amountOf(11n), correction }),
      receipt(LOST, 9, { outcome: "absent", correction: { ...correction, amount: amountOf(8n) } }),
    ];
    books.statement = [];
    assert.equal(reconcile(books).total.counted, 100n - 30n + 5n + (5n - 11n) + 8n);
  });

  it("gives the same answer in whatever order the receipts come", () => {
    fc.assert(
      fc.property(anyBooks, fc.infiniteStream(fc.nat()), (books, order) => {
        assert.deepEqual(
          reconcile({ ...books, receipts: shuffled(books.receipts, order) }),
          reconcile(books),
        );
      }),
    );
  });

  it("suggests no correction that the chain would refuse", () => {
    const suggestions = (books: Books) =>
      reconcile(books).rows.flatMap(({ correction, chain }) => (correction ? [{ correction, chain }] : []));
    fc.assert(
      fc.property(anyBooks, (books) => {
        const left = new Map([...books.list].map(([account]) => [account, amountOf(50n)]));
        const suggested = suggestions({ ...books, left });
        for (const { correction, chain } of suggested) {
          correctionStruct(correction);
          assert.notEqual(chain?.kind, "refund");
          assert.equal(chain?.correction, undefined);
          assert.equal(correction.kind === "honour", chain?.outcome === "rejected");
        }
        const spent = Map.groupBy(
          suggested.map(({ correction }) => debitOf(correction)),
          ({ account }) => account,
        );
        for (const [account, debits] of spent) {
          assert.ok(sum(debits.map(({ amount }) => amount)) <= (left.get(account) ?? 0n));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("suggests nothing for a household that is not in the list, also after a refund to it", () => {
    const stranger = accountNumberOf(9_999);
    const books = agreeingBooks();
    books.receipts = [
      receipt(TILL, 1, { account: stranger, kind: "refund", day: null }),
      receipt(TILL, 2, { account: stranger, outcome: "rejected", rejection: "NotEnoughLeft" }),
    ];
    books.statement = books.receipts.map((each, i) => rowFor(each, i));
    assert.ok(reconcile(books).rows.every(({ correction }) => correction === null));
  });

  it("handles 100,000 receipts in seconds", () => {
    const receipts = Array.from({ length: 100_000 }, (_, i) =>
      receipt(TILL, i + 1, { amount: amountOf(1n) }),
    );
    const books = {
      ...agreeingBooks(),
      receipts,
      terminals: terminalsOf(receipts),
      statement: receipts.map((each, i) => rowFor(each, i)),
    };
    const start = processorTime();
    assert.equal(reconcile(books).classes.Matched.rows, 100_000);
    assert.ok(processorTime() - start < 5_000);
  });

  it("refuses books that have a receipt twice", () => {
    const books = agreeingBooks();
    assert.throws(() => reconcile({ ...books, receipts: [...books.receipts, receipt(TILL, 1)] }), RangeError);
  });
});

describe("the catalogue of classes", () => {
  it("has numbered codes, and sentences", () => {
    CLASS_NAMES.forEach((name, i) => {
      const [code, reason, next] = CLASSES[name];
      assert.equal(code, `RECO-${101 + i}`);
      for (const sentence of [reason, next]) assert.match(sentence, /^[A-Z{][^.]*\.$/);
    });
  });
});
