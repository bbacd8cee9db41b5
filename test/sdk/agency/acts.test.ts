// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { encodeBytes32String, getAddress, id, ZeroHash } from "ethers";
import {
  actRule,
  acts,
  bankPayout,
  hindranceOf,
  type Role,
  readAct,
  tokenPayout,
} from "#sdk/agency/index.ts";
import { accountNumberOf, type Commitment } from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { cycleId, receiptNumber, terminalAddress } from "#sdk/receipts/index.ts";

const WALLET = getAddress("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
const FILE = id("file");
const REASON = encodeBytes32String("WRONG");
const [ONE, TWO] = [id("one") as Commitment, id("two") as Commitment];
const LATER = { expiresAt: 200, graceEndsAt: 300 };
const SHOP = {
  code: "SHOP-014",
  kind: "CashAgent",
  commissionBps: 150,
  ceilingPerDay: 1_000n,
  offlineDays: 7,
  terminalLimit: 500n,
  isActive: true,
} as const;
const terms = {
  ...SHOP,
  code: encodeBytes32String("SHOP-014"),
  kind: 1n,
  commissionBps: 150n,
  offlineDays: 7n,
};
const settlement = {
  expectedId: 3,
  shop: 1,
  cycle: 2,
  amount: 90n,
  withholding: 5n,
  commission: 1n,
  payoutHash: FILE,
  statement: FILE,
  endToEndId: ZeroHash,
  lastReceipts: [{ terminal: WALLET, number: 12 }],
};
const correction = {
  terminal: terminalAddress(WALLET),
  number: receiptNumber(4),
  cycle: cycleId(2),
  kind: "reenter",
  old: { account: accountNumberOf(300), amount: amountOf(10n) },
  new: { account: accountNumberOf(301), amount: amountOf(9n) },
  reason: "WRONG",
} as const;
const funding = { sourceAmount: 7n, sourceCurrency: "EUR", rate: 10n ** 18n, document: FILE };

/** What each builder makes, and what it must read as. */
const CASES: readonly [act: string, name: string, args: Record<string, unknown>][] = [
  [acts.cancelCycle(2, "WRONG"), "cancelCycle", { cycle: 2n, reason: REASON }],
  [acts.stopCycle(2, "WRONG"), "stopCycle", { cycle: 2n, reason: REASON }],
  [
    acts.extendCycle(2, LATER, "WRONG"),
    "extendCycle",
    { cycle: 2n, expiresAt: 200n, graceEndsAt: 300n, reason: REASON },
  ],
  [acts.reduceCycle(2, 90n, "WRONG"), "reduceCycle", { cycle: 2n, total: 90n, reason: REASON }],
  [acts.closeCycle(2), "closeCycle", { cycle: 2n }],
  [acts.recordSource(WALLET, FILE), "recordSource", { source: WALLET, document: FILE }],
  [acts.returnUnspent(5n, WALLET), "returnUnspent", { amount: 5n, source: WALLET }],
  [acts.changeFeeReserve(5n, "takeBack"), "changeFeeReserve", { amount: 5n, add: false }],
  [
    acts.changeBands([{ upTo: 9n, approvers: 2, needsRelease: true }]),
    "changeBands",
    { bands: [{ upTo: 9n, approvers: 2n, needsRelease: true }] },
  ],
  [
    acts.issueUnits(WALLET, 7n, funding),
    "issue",
    { to: WALLET, amount: 7n, funding: { ...funding, sourceCurrency: "0x455552" } },
  ],
  [
    acts.registerShop(SHOP, tokenPayout(WALLET)),
    "registerShop",
    { terms, payout: { mode: 0n, account: WALLET, bankReference: ZeroHash } },
  ],
  [
    acts.changeShop(4, { ...SHOP, isActive: false }),
    "changeShopTerms",
    { shop: 4n, terms: { ...terms, isActive: false } },
  ],
  [
    acts.changePayout(4, bankPayout(FILE)),
    "changePayout",
    { shop: 4n, payout: { mode: 1n, account: getAddress(`0x${"00".repeat(20)}`), bankReference: FILE } },
  ],
  [
    acts.makeSettlement(settlement),
    "settle",
    {
      terms: {
        ...settlement,
        expectedId: 3n,
        shop: 1n,
        cycle: 2n,
        lastReceipts: [{ terminal: WALLET, number: 12n }],
      },
    },
  ],
  [acts.confirmSettlement(3, FILE), "confirmSettlement", { settlementId: 3n, bankStatement: FILE }],
  [
    acts.returnSettlement(3, "WRONG", FILE),
    "returnSettlement",
    { settlementId: 3n, reason: REASON, bankStatement: FILE },
  ],
  [
    acts.correct(correction, []),
    "correct",
    {
      correction: {
        terminal: WALLET,
        number: 4n,
        cycle: 2n,
        kind: 2n,
        account: 300n,
        amount: 10n,
        newAccount: 301n,
        newAmount: 9n,
        reason: REASON,
      },
      extracts: [],
    },
  ],
  [
    acts.closeAccounts(4, [
      { commitment: ONE, reason: "Left" },
      { commitment: TWO, reason: "Merged", successor: ONE },
    ]),
    "closeAccounts",
    {
      organisation: 4n,
      closings: [
        { commitment: ONE, reason: 2n, successor: ZeroHash },
        { commitment: TWO, reason: 0n, successor: ONE },
      ],
    },
  ],
  [acts.reopenAccounts(4, [ONE]), "reopenAccounts", { organisation: 4n, commitments: [ONE] }],
  [
    acts.linkAccounts(4, [{ known: ONE, added: TWO }]),
    "linkAccounts",
    { organisation: 4n, links: [{ known: ONE, added: TWO }] },
  ],
  [
    acts.rebindAccounts(4, [{ known: ONE, added: TWO }], 2),
    "rebindAccounts",
    { organisation: 4n, links: [{ known: ONE, added: TWO }], keyVersion: 2n },
  ],
  [
    acts.liftGuardianPause({ redemptions: true, payouts: false }, 500),
    "liftGuardianPause",
    { redemptions: true, payouts: false, since: 500n },
  ],
  [acts.closeProgramme(WALLET), "closeProgramme", { source: WALLET }],
  [acts.abandonOpening(4, 6), "abandonOpening", { organisation: 4n, openingId: 6n }],
];

describe("acts", () => {
  for (const [act, name, args] of CASES) {
    test(`${name} reads as what was asked for, and has officers`, () => {
      assert.deepEqual(readAct(act), { name, args });
      assert.equal(actRule(name)?.approver, "Approver");
    });
  }

  test("each builder is tried here", () => {
    const builders = Object.values(acts).filter((value) => typeof value === "function");
    assert.equal(CASES.length, builders.length);
  });

  test("a reason that does not fit, and a choice of nobody, are refused before anything is signed", () => {
    const code = (expected: string) => (error: { code?: string }) => error.code === expected;
    for (const reason of ["", "é", "X".repeat(32)])
      assert.throws(() => acts.cancelCycle(1, reason), code("AGENCY-301"));
    assert.throws(() => acts.closeAccounts(1, []), code("AGENCY-302"));
    assert.throws(() => acts.reopenAccounts(1, []), code("AGENCY-302"));
  });

  test("calldata that no version knows keeps its selector", () => {
    assert.deepEqual(readAct("0xdeadbeef00"), { name: "0xdeadbeef", args: { calldata: "0xdeadbeef00" } });
  });
});

describe("who may approve a proposal", () => {
  const act = { proposer: WALLET, rule: actRule("changePayout"), readyAt: 100, lapsesAt: 200 };
  const someone = (address: string, ...roles: Role[]) => ({ address, roles: new Set(roles) });
  const other = getAddress("0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc");
  const of = (officer: ReturnType<typeof someone>, now: number) => {
    const { rule, ...rest } = act;
    return hindranceOf(rule === undefined ? rest : { ...rest, rule }, officer, now);
  };

  test("an approver who did not propose it, between its waiting time and its end", () => {
    assert.equal(of(someone(other, "Approver"), 100), undefined);
    assert.equal(of(someone(other, "Approver"), 200), undefined);
    assert.equal(of(someone(other, "Approver"), 99), "tooEarly");
    assert.equal(of(someone(other, "Approver"), 201), "lapsed");
    assert.equal(of(someone(other, "Finance", "Preparer"), 150), "role");
    assert.equal(of(someone(WALLET.toLowerCase(), "Approver"), 150), "own");
  });
});
