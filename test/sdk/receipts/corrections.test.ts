// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { encodeBytes32String } from "ethers";
import { AnnonaError } from "#sdk/errors/index.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { correctionStruct, honour, reenter, reenterLost, reverse } from "#sdk/receipts/index.ts";
import { refund, sale } from "./arbitraries.ts";

const entry = { account: accountNumberOf(700), amount: amountOf(42n) };
const code = (wanted: string) => (error: unknown) => error instanceof AnnonaError && error.code === wanted;

describe("corrections", () => {
  it("fill the contract's fields as its kinds want them", () => {
    const receipt = sale(3);
    const { terminal, number, cycle, account, amount } = receipt;
    const common = { terminal, number, cycle, reason: encodeBytes32String("TEST") };
    assert.deepEqual(correctionStruct(honour(receipt, entry, "TEST")), {
      ...common,
      kind: 0,
      account: 700,
      amount: 42n,
      newAccount: 0,
      newAmount: 0n,
    });
    assert.deepEqual(correctionStruct(reverse(receipt, "TEST")), {
      ...common,
      kind: 1,
      account,
      amount,
      newAccount: 0,
      newAmount: 0n,
    });
    assert.deepEqual(correctionStruct(reenter(receipt, entry, "TEST")), {
      ...common,
      kind: 2,
      account,
      amount,
      newAccount: 700,
      newAmount: 42n,
    });
    assert.deepEqual(correctionStruct(reenterLost(receipt, entry, "TEST")), {
      ...common,
      kind: 2,
      account: 0,
      amount: 0n,
      newAccount: 700,
      newAmount: 42n,
    });
  });

  it("never touch a refund, which the contract could not tell from a sale", () => {
    for (const correct of [
      () => honour(refund(2, 1), entry, "X"),
      () => reverse(refund(2, 1), "X"),
      () => reenter(refund(2, 1), entry, "X"),
    ]) {
      assert.throws(correct, code("RCPT-403"));
    }
  });

  it("need a short reason and an amount", () => {
    for (const reason of ["", "é", "x".repeat(32)])
      assert.throws(() => correctionStruct(reverse(sale(1), reason)), code("RCPT-405"));
    const nothing = { ...entry, amount: amountOf(0n) };
    assert.throws(() => correctionStruct(honour(sale(1), nothing, "X")), RangeError);
  });
});
