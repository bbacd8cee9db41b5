// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { measure, unmeasured } from "#scripts/proof/gas.ts";
import { compare, type Figured, readFigures } from "#scripts/proof/gasFiles.ts";

const COMMITTED: Figured = {
  osaka: { most: { "Till.pay": 100_000 }, least: { "Till.pay": 50_000 } },
  amsterdam: { most: { "Till.pay": 200_000 }, least: { "Till.pay": 60_000 } },
  bench: { "redeem.dense": 2_000 },
};

function grown(by: Partial<Record<"most" | "least" | "next" | "bench", number>>): Figured {
  return {
    osaka: {
      most: { "Till.pay": 100_000 + (by.most ?? 0) },
      least: { "Till.pay": 50_000 + (by.least ?? 0) },
    },
    amsterdam: { most: { "Till.pay": 200_000 + (by.next ?? 0) }, least: { "Till.pay": 60_000 } },
    bench: { "redeem.dense": 2_000 + (by.bench ?? 0) },
  };
}

test("a call may grow by one hundredth and fall as far as it likes", () => {
  assert.deepEqual(compare(COMMITTED, grown({ most: 1_000, least: 500, next: 2_000, bench: 20 })), []);
  assert.deepEqual(
    compare(COMMITTED, grown({ most: -90_000, least: -40_000, next: -190_000, bench: -1_999 })),
    [],
  );
});

test("a call that grew more is named with both figures", () => {
  assert.match(
    compare(COMMITTED, grown({ most: 1_001 }))[0] ?? "",
    /dearest call of Till\.pay: 100000 -> 101001 gas \(\+1\.0 %\)/,
  );
  assert.match(compare(COMMITTED, grown({ least: 600 }))[0] ?? "", /cheapest call of Till\.pay/);
  assert.match(compare(COMMITTED, grown({ next: 2_001 }))[0] ?? "", /amsterdam, dearest call of Till\.pay/);
  assert.match(compare(COMMITTED, grown({ bench: 100 }))[0] ?? "", /amsterdam, bench redeem\.dense/);
});

test("what is new and what is gone is named", () => {
  const none: Figured = { osaka: { most: {}, least: {} }, amsterdam: { most: {}, least: {} }, bench: {} };
  assert.equal(compare(none, COMMITTED).filter((line) => /not in the snapshot yet/.test(line)).length, 5);
  assert.equal(compare(COMMITTED, none).filter((line) => /not measured any more/.test(line)).length, 5);
});

test("a function that no test runs is named", () => {
  const till = { name: "Till", functions: new Map([["0x00000001", "pay"]]) };
  assert.deepEqual(unmeasured([till], measure([till], [])), ["Till.pay"]);
  assert.deepEqual(unmeasured([till], COMMITTED.osaka), []);
});

test("the committed snapshot names acts by themselves, and no call above what a transaction may use", () => {
  const { osaka, amsterdam } = readFigures();
  assert.ok("CurrencyUnit.issue" in osaka.most);
  assert.ok(!("CurrencyUnit.approveAct" in osaka.most));
  assert.deepEqual(Object.keys(amsterdam.most), Object.keys(osaka.most));
  const dear = Object.entries(osaka.most).filter(([, gas]) => gas > 16_777_216);
  assert.deepEqual(dear, []);
});
