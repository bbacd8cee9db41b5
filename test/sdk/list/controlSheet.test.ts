// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { keccak256, toUtf8Bytes } from "ethers";
import fc from "fast-check";
import {
  accountNumberOf,
  assignAccounts,
  buildControlSheet,
  createCommitter,
  decodeNamelessList,
  encodeControlSheet,
  encodeNamelessList,
  hashControlSheet,
  type NamelessEntry,
} from "#sdk/list/index.ts";
import { amountOf, MAX_ENTITLEMENT } from "#sdk/money/index.ts";
import { importText, places, XOF } from "./support.ts";

const household = (
  account: number,
  amount: number,
  area?: string,
  householdSize?: number,
): NamelessEntry => ({
  account: accountNumberOf(account),
  amount: amountOf(BigInt(amount)),
  ...(area === undefined ? {} : { area }),
  ...(householdSize === undefined ? {} : { householdSize }),
});

const word = fc
  .string({ minLength: 1, maxLength: 8, unit: "grapheme" })
  .map((text) => text.replace(/\s+/gu, " ").trim());
const entry: fc.Arbitrary<NamelessEntry> = fc.record(
  {
    account: fc.integer({ min: 0, max: 0xffff_ffff }).map(accountNumberOf),
    amount: fc.bigInt({ min: 1n, max: MAX_ENTITLEMENT }).map(amountOf),
    area: word.filter((text) => text !== ""),
    householdSize: fc.integer({ min: 1, max: 1000 }),
    group: fc.constantFrom("IDP", "host", 'a,"b"', "=1+1"),
  },
  { requiredKeys: ["account", "amount"], noNullPrototype: true },
);
const entries = fc.uniqueArray(entry, { maxLength: 40, selector: ({ account }) => account });

describe("control sheet", () => {
  const previous = [household(1, 10), household(2, 20), household(3, 30), household(4, 40)];
  const current = [
    household(5, 50, "South", 10),
    household(4, 41, "North", 9),
    household(3, 29, "North", 9),
    household(2, 20),
  ];

  it("has totals, breakdowns and what changed, as canonical JSON", () => {
    const sheet = buildControlSheet({ entries: current, currency: XOF, step: 5n, previous });
    assert.equal(
      encodeControlSheet(sheet),
      '{"format":"annona-control-sheet-1","currency":"XOF","decimals":0,"step":"5","households":4,"total":"140",' +
        '"byArea":[{"key":"North","households":2,"total":"70"},{"key":"South","households":1,"total":"50"},{"key":null,"households":1,"total":"20"}],' +
        '"byHouseholdSize":[{"key":9,"households":2,"total":"70"},{"key":10,"households":1,"total":"50"},{"key":null,"households":1,"total":"20"}],' +
        '"byGroup":[{"key":null,"households":4,"total":"140"}],' +
        '"largest":[{"account":5,"amount":"50"},{"account":4,"amount":"41"},{"account":3,"amount":"29"},{"account":2,"amount":"20"}],' +
        '"comparison":{"previous":{"households":4,"total":"100"},"added":{"households":1,"total":"50"},"dropped":{"households":1,"total":"10"},' +
        '"unchanged":{"households":1,"total":"20"},"raised":{"households":1,"total":"41","before":"40"},"lowered":{"households":1,"total":"29","before":"30"}}}',
    );
  });

  it("has a hash that depends on content and not on order", async () => {
    const input = { currency: XOF, step: 5n };
    const sheet = buildControlSheet({ ...input, entries: current });
    const hash = await hashControlSheet(sheet);
    assert.equal(hash, keccak256(toUtf8Bytes(encodeControlSheet(sheet))));
    assert.equal(
      await hashControlSheet(buildControlSheet({ ...input, entries: current.toReversed() })),
      hash,
    );
    const [first, ...rest] = current as [NamelessEntry, ...NamelessEntry[]];
    const raised = [{ ...first, amount: amountOf(51n) }, ...rest];
    assert.notEqual(await hashControlSheet(buildControlSheet({ ...input, entries: raised })), hash);
    assert.notEqual(
      await hashControlSheet(buildControlSheet({ ...input, entries: current, previous })),
      hash,
    );
  });

  it("ties out in every breakdown and in the comparison", () => {
    fc.assert(
      fc.property(entries, entries, (now, then) => {
        const sheet = buildControlSheet({ entries: now, currency: XOF, step: 1n, previous: then });
        const sum = (shares: readonly { households: number; total: bigint }[]) => ({
          households: shares.reduce((count, share) => count + share.households, 0),
          total: shares.reduce((total, share) => total + share.total, 0n),
        });
        const whole = {
          households: now.length,
          total: now.reduce((total, { amount }) => total + amount, 0n),
        };
        assert.deepEqual({ households: sheet.households, total: sheet.total }, whole);
        for (const shares of [sheet.byArea, sheet.byHouseholdSize, sheet.byGroup])
          assert.deepEqual(sum(shares), whole);
        const {
          added,
          unchanged,
          raised,
          lowered,
          dropped,
          previous: before,
        } = sheet.comparison ?? assert.fail();
        assert.deepEqual(sum([added, unchanged, raised, lowered]), whole);
        assert.equal(before.total, dropped.total + unchanged.total + raised.before + lowered.before);
        assert.ok(raised.total >= raised.before && lowered.total <= lowered.before);
        assert.equal(sheet.largest.length, Math.min(10, now.length));
      }),
    );
  });
});

describe("nameless list as a file", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const sorted = list.toSorted((a, b) => a.account - b.account);
        assert.deepEqual(decodeNamelessList(encodeNamelessList(list)), sorted);
      }),
    );
  });

  it("is refused when it was edited", () => {
    const text = encodeNamelessList([household(1, 10, "North", 4), household(2, 20)]);
    assert.equal(text, "account,amount,area,household_size,group\n1,10,North,4,\n2,20,,,\n");
    const edits: readonly (readonly [string, string])[] = [
      ["account,", "Account,"],
      ["1,10", "2,10"],
      ["1,10", "3,10"],
      ["1,10", "01,10"],
      ["1,10", "4294967296,10"],
      ["1,10", "1,0"],
      ["1,10", "1,10.0"],
      ["1,10", "1,72057594037927936"],
      [",4,", ",four,"],
      [",4,", ',4,"'],
      ["2,20,,,\n", "2,20,,,"],
      ["2,20,,,\n", "2,20,,\n"],
    ];
    for (const [from, to] of edits) {
      assert.throws(
        () => decodeNamelessList(text.replace(from, to)),
        { code: "LIST-505" },
        `${from} -> ${to}`,
      );
    }
    assert.throws(() => decodeNamelessList(""), { code: "LIST-505" });
  });
});

describe("assignAccounts", () => {
  it("gives rows their accounts, names those without one and those that share one", async () => {
    const { entitlements } = importText("id;amount\nA1;5\nA2;6\nA3;7\nA4;8\nA5;9\n");
    const commit = await createCommitter({ key: new Uint8Array(32), namespace: "national-id" });
    const commitments = entitlements.map(({ identifier }) => commit(identifier));
    const numbers = [300, 20, undefined, 7, 20];
    const accountOf = new Map(
      commitments.flatMap((each, i) => {
        const number = numbers[i];
        return number === undefined ? [] : [[each, accountNumberOf(number)] as const];
      }),
    );
    const assigned = assignAccounts(entitlements, commitments, accountOf);
    assert.deepEqual(assigned.entries, [
      { account: 7, amount: 800n },
      { account: 300, amount: 500n },
    ]);
    assert.deepEqual(places(assigned), ["3  LIST-402", "4  LIST-401", "6  LIST-402"]);
    assert.match(assigned.problems[0]?.message ?? "", /row 6 /);
    assert.deepEqual(assigned.unopened, [commitments[2]]);
    assert.throws(() => assignAccounts(entitlements, commitments.slice(1), accountOf), RangeError);
  });
});
