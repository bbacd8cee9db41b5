// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { amountOf } from "#sdk/money/index.ts";
import { cycleId, receiptNumber } from "#sdk/receipts/index.ts";
import { type ChainReceipt, type ResultRow, reconcile, type StatementRow } from "#sdk/reconcile/index.ts";
import {
  agreeingBooks,
  type Books,
  household,
  LISTED,
  LOST,
  receipt,
  rowFor,
  TILL,
  terminalsOf,
} from "./world.ts";

/** Books with one receipt on each side, as given. */
function single(
  chain: ChainReceipt | undefined,
  statement: StatementRow | undefined,
  over: Partial<Books> = {},
): ResultRow {
  const receipts = chain ? [chain] : [];
  const books = {
    ...agreeingBooks(),
    receipts,
    terminals: terminalsOf(receipts),
    statement: statement ? [statement] : [],
    ...over,
  };
  const { rows } = reconcile(books);
  assert.equal(rows.length, 1);
  return rows[0] as ResultRow;
}

describe("a row of the result", () => {
  const chain = receipt(TILL, 1, { amount: amountOf(1_000n) });
  const row = rowFor(chain);

  it("says what differs and by how much", () => {
    const result = single(chain, { ...row, amount: amountOf(1_500n), account: household(7) });
    assert.equal(result.class, "AmountDiffers");
    assert.equal(result.difference, 500n);
    assert.match(
      result.reason,
      /a sale of 1500 XOF, account 263, the chain a sale of 1000 XOF, account 257\./,
    );
    assert.equal(single(chain, { ...row, kind: "refund" }).class, "AmountDiffers");
  });

  it("does not compare what the statement leaves out", () => {
    assert.equal(single(chain, { ...row, account: null, day: null }).class, "Matched");
  });

  it("suggests the right entry in place of a wrong one", () => {
    const { correction } = single(chain, { ...row, amount: amountOf(1_200n) });
    const { terminal, number, cycle, account } = chain;
    assert.deepEqual(correction, {
      terminal,
      number,
      cycle,
      kind: "reenter",
      old: { account, amount: 1_000n },
      new: { account, amount: 1_200n },
      reason: "WRONG-AMOUNT",
    });
    assert.equal(single(chain, { ...row, account: household(7) }).correction?.new?.account, household(7));
    assert.equal(single(chain, { ...row, account: "unknown" }).correction, null);
    assert.equal(single(chain, { ...row, amount: amountOf(LISTED + 1n) }).correction, null);
  });

  it("suggests to enter a lost terminal's receipt, and to wait for one that still works", () => {
    const lost = single(undefined, rowFor(receipt(LOST, 5)));
    assert.equal(lost.class, "MissingOnChain");
    assert.equal(lost.correction?.kind, "reenter");
    assert.equal(lost.correction?.old, undefined);
    assert.deepEqual(
      [single(undefined, rowFor(receipt(TILL, 5)))].map((one) => [one.class, one.correction]),
      [["MissingOnChain", null]],
    );
  });

  it("suggests to honour a rejected receipt with what is left", () => {
    const rejected = { ...chain, outcome: "rejected" as const, rejection: "NotEnoughLeft" as const };
    const left = new Map([[chain.account, amountOf(300n)]]);
    const result = single(rejected, row, { left });
    assert.deepEqual([result.class, result.claimed, result.counted], ["RejectedOnChain", 1_000n, 0n]);
    assert.deepEqual(result.correction?.old, { account: chain.account, amount: 300n });
    assert.match(result.reason, /\(RCPT-104\): the household has less left/);
    assert.equal(single(rejected, row, { left: new Map([[chain.account, amountOf(0n)]]) }).correction, null);
    assert.equal(single(rejected, { ...row, account: household(7) }).correction, null);
    assert.equal(single(rejected, undefined).difference, 0n);
  });

  it("suggests to reverse a sale that nobody claims, and never to touch a refund", () => {
    assert.equal(single(chain, undefined).correction?.kind, "reverse");
    assert.equal(single({ ...chain, kind: "refund", day: null }, undefined).correction, null);
  });

  it("goes over the entitlement when several receipts do so together", () => {
    const books = agreeingBooks();
    const rows = [1, 2, 3].map((i) => ({
      ...rowFor(receipt(LOST, 100 + i, { account: household(1) }), i),
      amount: amountOf(400_000n),
    }));
    const result = reconcile({ ...books, receipts: [], terminals: terminalsOf([]), statement: rows });
    assert.deepEqual(
      result.rows.map((one) => one.class),
      ["MissingOnChain", "MissingOnChain", "OverEntitlement"],
    );
    assert.match(result.rows[2]?.reason ?? "", /200000 XOF of 1000000 XOF/);
  });

  it("warns of a list that is not the one the chain was loaded with", () => {
    const list = new Map([[household(7), amountOf(5n)]]);
    assert.equal(single(chain, row, { list }).class, "NotInList");
    assert.equal(
      single(chain, row, { list: new Map([[chain.account, amountOf(5n)]]) }).class,
      "OverEntitlement",
    );
  });

  it("pairs the chain with the row that agrees, whichever of two comes first", () => {
    const wrong = { ...row, row: 2, amount: amountOf(9n) };
    const { rows } = reconcile({
      ...agreeingBooks(),
      receipts: [chain],
      statement: [wrong, { ...row, row: 3 }],
    });
    assert.deepEqual(
      rows.map((one) => one.class),
      ["DuplicateInStatement", "Matched"],
    );
    assert.match(rows[0]?.reason ?? "", /row 3/);
  });

  it("takes a number below the terminal's next as one of another cycle", () => {
    const terminals = [{ terminal: TILL, status: "active" as const, nextNumber: 10 }];
    assert.equal(single(undefined, { ...row, number: receiptNumber(9) }, { terminals }).class, "OtherCycle");
    assert.equal(
      single(undefined, { ...row, number: receiptNumber(10) }, { terminals }).class,
      "MissingOnChain",
    );
    const elsewhere = receipt(TILL, 10, { cycle: cycleId(1) });
    const books = { ...agreeingBooks(), receipts: [elsewhere], terminals, statement: [rowFor(elsewhere)] };
    assert.deepEqual(
      reconcile(books).rows.map((one) => [one.class, one.counted]),
      [["OtherCycle", 0n]],
    );
  });

  it("is settled by the terminal's mark, unless the caller knows better", () => {
    const terminals = [{ terminal: TILL, status: "active" as const, nextNumber: 2, settledThrough: 1 }];
    const settled = single(chain, row, { terminals });
    assert.deepEqual([settled.class, settled.claimed, settled.counted], ["AlreadySettled", 1_000n, 0n]);
    assert.equal(single({ ...chain, paid: amountOf(0n) }, row, { terminals }).class, "Matched");
    const reversed = { kind: "reverse" as const, account: chain.account, amount: amountOf(0n) };
    const late = single({ ...chain, correction: reversed, paid: chain.amount }, undefined, { terminals });
    assert.deepEqual([late.class, late.counted], ["AlreadyCorrected", -1_000n]);
  });
});
