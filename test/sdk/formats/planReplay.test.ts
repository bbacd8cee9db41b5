// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDecimal } from "#sdk/formats/decimal.ts";
import { planReplay, type ReadActivity, type ReadTransaction } from "#sdk/formats/iati/index.ts";

const MONEY = { currency: "USD", decimals: 6 };

type Told = Partial<Pick<ReadTransaction, "ref" | "currency" | "type">> & { readonly usd?: string };

function given(value: string, { usd, ...told }: Told = {}): ReadTransaction {
  return {
    type: "1",
    day: "2023-05-08",
    currency: "USD",
    value: decimal(value),
    equivalents: new Map(usd === undefined ? [] : [["USD", decimal(usd)]]),
    ...told,
  };
}

function decimal(text: string) {
  const number = parseDecimal(text);
  assert.ok(number);
  return number;
}

function fileOf(...transactions: ReadTransaction[]): ReadActivity[] {
  const reportingOrg = { ref: "XX", name: "" };
  const activity = { identifier: "XX-1", title: "", reportingOrg, countries: [], isHumanitarian: true };
  return [{ ...activity, transactions }];
}

describe("planning a replay", () => {
  it("takes the publisher's own figure in the fund's currency before the value itself", () => {
    const plan = planReplay(
      fileOf(given("10", { usd: "9.999" }), given("8", { currency: "EUR", usd: "9" })),
      MONEY,
    );
    assert.deepEqual(
      plan.contributions.map(({ amount }) => amount),
      [9_999_000n, 9_000_000n],
    );
    assert.equal(plan.total, 18_999_000n);
  });

  it("never rounds: what is too fine for the ledger is left out with its sum", () => {
    const file = fileOf(given("1.25"), given("0.005"), given("2.500"));
    const { total, leftOut } = planReplay(file, { currency: "USD", decimals: 2 });
    assert.equal(total, 375n);
    assert.deepEqual(
      leftOut.map(({ reason, transactions, totals }) => [reason, transactions, totals.get("USD")]),
      [["tooFine", 1, decimal("0.005")]],
    );
  });

  it("keeps the publisher's reference where it fits 31 plain characters, else names the place in the file", () => {
    const refs = ["G0158", "x".repeat(31), "x".repeat(32), "réf", "", undefined];
    const { contributions } = planReplay(fileOf(...refs.map((ref) => given("1", { ref }))), MONEY);
    assert.deepEqual(
      contributions.map(({ reference }) => reference),
      ["G0158", "x".repeat(31), "A1/T3", "A1/T4", "A1/T5", "A1/T6"],
    );
  });

  it("does not choose between money received and money promised, and takes neither for granted", () => {
    const both = fileOf(given("1"), given("2", { type: "11" }));
    assert.throws(() => planReplay(both, MONEY), { code: "EXPORT-203", message: /both/ });
    assert.throws(() => planReplay(fileOf(given("1", { type: "3" })), MONEY), {
      code: "EXPORT-203",
      message: /none/,
    });
    assert.equal(planReplay(both, MONEY, "11").total, 2_000_000n);
  });
});
