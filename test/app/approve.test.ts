// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkList } from "#app/features/approve/check/checkList.ts";
import { rowAt, toColumns } from "#app/features/approve/check/columns.ts";
import { compareFacts, type ListFacts } from "#app/features/approve/check/compareTerms.ts";
import { comparable } from "#app/features/approve/check/earlierCycles.ts";
import { approveHindrance, releaseHindrance } from "#app/features/approve/hindrance.ts";
import { recognise } from "#app/features/approve/readFiles.ts";
import {
  accountNumberOf,
  buildControlSheet,
  buildEntitlementList,
  encodeControlSheet,
  encodeNamelessList,
  hashControlSheet,
  type NamelessEntry,
} from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";

const XOF = { code: "XOF", decimals: 0 };
const scope = { chainId: 31337, programme: `0x${"11".repeat(20)}`, cycleId: 3 };
const STEP = 5n;

function entry(account: number, units: bigint, traits: Partial<NamelessEntry> = {}): NamelessEntry {
  return { account: accountNumberOf(account), amount: amountOf(units), ...traits };
}

const entries = [
  entry(256, 30_000n, { area: "Mopti", householdSize: 5, group: "A" }),
  entry(257, 45_000n, { area: "Gao, nord", householdSize: 8 }),
  entry(700, 30_000n, { area: "Mopti" }),
];
const previous = [entry(256, 25_000n), entry(300, 10_000n)];

async function check(preparedSheet: string, list = encodeNamelessList(entries)) {
  return await checkList({
    scope,
    currency: XOF,
    step: STEP,
    list,
    preparedSheet,
    earlier: [
      { cycle: 2, entries: [entry(1, 1n)] },
      { cycle: 1, entries: previous },
    ],
  });
}

describe("an approver's own check of a list", () => {
  it("works out the root and the totals that were committed", async () => {
    const list = await buildEntitlementList(entries, scope);
    const checked = await check("0x");
    assert.equal(checked.root, list.root);
    assert.equal(checked.total, 105_000n);
    assert.equal(checked.households, 3);
    assert.equal(checked.chunks, 2);
  });

  it("finds the earlier list that the control sheet compares with, and none where it compares with none", async () => {
    const against = buildControlSheet({ entries, currency: XOF, step: STEP, previous });
    const found = await check(await hashControlSheet(against));
    assert.equal(found.comparedWith, 1);
    assert.equal(found.sheetHash, await hashControlSheet(against));
    const alone = buildControlSheet({ entries, currency: XOF, step: STEP });
    const first = await check(await hashControlSheet(alone));
    assert.equal(first.comparedWith, undefined);
    assert.equal(first.sheetHash, await hashControlSheet(alone));
  });

  it("gives another root and another sheet when one franc is moved between households", async () => {
    const honest = await check("0x");
    const list = encodeNamelessList([
      { ...(entries[0] as NamelessEntry), amount: amountOf(30_001n) },
      { ...(entries[1] as NamelessEntry), amount: amountOf(44_999n) },
      entries[2] as NamelessEntry,
    ]);
    const forged = await check("0x", list);
    assert.equal(forged.total, honest.total);
    assert.notEqual(forged.root, honest.root);
    assert.notEqual(forged.sheetHash, honest.sheetHash);
  });

  it("hands rows over by columns without losing anything", () => {
    const columns = toColumns(entries);
    assert.deepEqual(rowAt(columns, 1), {
      account: 257,
      amount: 45_000n,
      area: "Gao, nord",
      group: "",
      householdSize: 8,
    });
    assert.equal(rowAt(columns, 2).householdSize, undefined);
    assert.equal(rowAt(columns, 0).group, "A");
  });
});

describe("which earlier lists are tried", () => {
  const earlier = [
    { cycle: 1, households: 2, total: 35_000n },
    { cycle: 2, households: 9, total: 35_000n },
    { cycle: 4, households: 2, total: 35_000n },
  ];

  it("are those that the sheet can mean, newest first", () => {
    const sheet = encodeControlSheet(buildControlSheet({ entries, currency: XOF, step: STEP, previous }));
    assert.deepEqual(
      comparable(sheet, earlier).map(({ cycle }) => cycle),
      [4, 1],
    );
  });

  it("are none for a sheet without comparison, and the newest where the sheet is not at hand", () => {
    const alone = encodeControlSheet(buildControlSheet({ entries, currency: XOF, step: STEP }));
    assert.deepEqual(comparable(alone, earlier), []);
    assert.deepEqual(
      comparable(undefined, earlier).map(({ cycle }) => cycle),
      [4],
    );
    assert.deepEqual(comparable("{}", earlier).length, 1);
  });
});

describe("the comparison field by field", () => {
  const facts: ListFacts = {
    listRoot: "0xAB",
    chunks: 2,
    households: 3,
    total: 105_000n,
    controlSheet: "0x01",
    registryDigest: "0x02",
    termsHash: "0x03",
  };

  it("takes hashes as equal whatever their case, and names each field that differs", () => {
    const rows = compareFacts(facts, { ...facts, listRoot: "0xab", total: 105_001n });
    assert.deepEqual(
      rows.filter(({ isEqual }) => !isEqual).map(({ name }) => name),
      ["total"],
    );
    assert.equal(rows.length, 7);
  });
});

describe("what stands between an officer and the signature", () => {
  const officer = (address: string, ...roles: string[]) => ({
    address,
    has: (role: string) => roles.includes(role),
  });
  const cycle = {
    state: "Prepared" as const,
    expiresAt: 1000,
    preparer: "0xAA",
    approvers: ["0xBB"],
    approvals: 1,
    needed: { approvers: 2, needsRelease: false },
    total: amountOf(100n),
  };
  const scene = { officer: officer("0xcc", "Approver"), now: 10, free: 100n };

  it("is nothing for a second approver with enough free money", () => {
    assert.equal(approveHindrance(cycle, scene), undefined);
  });

  it("is said in the order in which the contract would refuse", () => {
    assert.equal(approveHindrance({ ...cycle, state: "Returned" }, scene), "notWaiting");
    assert.equal(approveHindrance(cycle, { ...scene, now: 1000 }), "expired");
    assert.equal(approveHindrance(cycle, { ...scene, officer: officer("0xcc", "Finance") }), "role");
    assert.equal(approveHindrance(cycle, { ...scene, officer: undefined }), "role");
    assert.equal(approveHindrance(cycle, { ...scene, officer: officer("0xaa", "Approver") }), "preparer");
    assert.equal(
      approveHindrance(cycle, { ...scene, officer: officer("0xbb", "Approver") }),
      "approvedAlready",
    );
    const { needed: _, ...above } = cycle;
    assert.equal(approveHindrance(above, scene), "aboveBands");
    assert.equal(approveHindrance(cycle, { ...scene, free: 99n }), "notEnoughFree");
  });

  it("is no lack of money while another approval or a release is still to come", () => {
    const first = { ...cycle, approvers: [], approvals: 0 };
    assert.equal(approveHindrance(first, { ...scene, free: 0n }), undefined);
    const released = { ...cycle, needed: { approvers: 2, needsRelease: true } };
    assert.equal(approveHindrance(released, { ...scene, free: 0n }), undefined);
  });

  it("keeps Finance from releasing what is not approved, what they prepared, or what the budget does not cover", () => {
    const waiting = { ...cycle, state: "AwaitingRelease" as const, approvals: 2 };
    const finance = { ...scene, officer: officer("0xdd", "Finance") };
    assert.equal(releaseHindrance(waiting, finance), undefined);
    assert.equal(releaseHindrance({ ...waiting, approvals: 1 }, finance), "approvalsMissing");
    assert.equal(releaseHindrance(waiting, { ...finance, officer: officer("0xaa", "Finance") }), "preparer");
    assert.equal(releaseHindrance(waiting, { ...finance, free: 1n }), "notEnoughFree");
    assert.equal(releaseHindrance(cycle, finance), "notWaiting");
    assert.equal(releaseHindrance(waiting, scene), "role");
  });
});

describe("dropped files", () => {
  it("are told apart by their contents", () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    assert.equal(recognise(bytes(encodeNamelessList(entries))).kind, "list");
    const sheet = encodeControlSheet(buildControlSheet({ entries, currency: XOF, step: STEP }));
    assert.deepEqual(recognise(bytes(sheet)), { kind: "sheet", sheet });
    assert.equal(recognise(bytes("name,phone\n")).kind, "other");
    assert.equal(recognise(bytes("")).kind, "other");
  });
});
