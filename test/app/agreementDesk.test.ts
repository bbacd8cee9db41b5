// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { getAddress } from "ethers";
import {
  arbiterOptions,
  chosenArbiter,
  isUnlisted,
} from "#app/features/agreementDesk/drafts/arbiterChoices.ts";
import { amendmentOf, type DraftContent, emptyContent } from "#app/features/agreementDesk/drafts/content.ts";
import { readContent } from "#app/features/agreementDesk/drafts/readContent.ts";
import { compareTerms } from "#app/features/agreementDesk/parts/compareTerms.ts";
import { descriptionPaper, documentsPaper, type Milestone } from "#sdk/agreements/index.ts";
import { amountOf, ZERO } from "#sdk/money/index.ts";

const USD = { code: "USD", decimals: 6 };
const [ONE, TWO, THREE] = ["11", "22", "33"].map((pair) => getAddress(`0x${pair.repeat(20)}`)) as [
  string,
  string,
  string,
];

function filled(): DraftContent {
  const empty = emptyContent();
  return {
    ...empty,
    title: "Boreholes",
    partner: "3",
    asset: ONE,
    currency: "USD",
    payout: TWO,
    monitors: `${ONE}\n${TWO}`,
    quorum: "2",
    arbiter: THREE,
    milestones: empty.milestones.map((row) => ({
      ...row,
      amount: "6000.50",
      due: "2027-03-31",
      text: "Drill.",
    })),
  };
}

function termsOf(content: DraftContent, version = 1) {
  const read = readContent(content, version, USD);
  assert.ok("terms" in read);
  return read;
}

describe("who can be chosen as an arbiter", () => {
  const noEnd = { until: undefined, readyAt: undefined, organisation: undefined };
  const choices = {
    council: THREE,
    arbiters: [
      { ...noEnd, account: ONE, organisation: "Cedar Foundation", until: Date.UTC(2027, 0, 31) / 1_000 },
      { ...noEnd, account: TWO, readyAt: Date.UTC(2027, 1, 1) / 1_000 },
    ],
  };

  it("those on the council's list by name and mandate, and the council itself", () => {
    assert.deepEqual(
      arbiterOptions(choices).map(({ label }) => label),
      [
        "Another address",
        "Cedar Foundation, 0x1111\u20261111, until 31 Jan 2027",
        "0x2222\u20262222, from 1 Feb 2027",
        "The council itself, 0x3333\u20263333",
      ],
    );
    assert.deepEqual(arbiterOptions({ council: undefined, arbiters: [] }).length, 1);
  });

  it("anybody else, who is then said to be on no list; what is half typed is nobody yet", () => {
    const other = getAddress(`0x${"44".repeat(20)}`);
    assert.equal(chosenArbiter(choices, ONE.toLowerCase()), ONE);
    assert.equal(chosenArbiter(choices, THREE), THREE);
    for (const typed of ["", "0x44", other]) assert.equal(chosenArbiter(choices, typed), "");
    assert.deepEqual(
      ["", "0x44", ONE, THREE, other].map((typed) => isUnlisted(choices, typed)),
      [false, false, false, false, true],
    );
  });
});

describe("the form of an agreement", () => {
  it("names everything that is missing, milestones by their number", () => {
    const faults = readContent(emptyContent(), 1, undefined);
    assert.ok(Array.isArray(faults));
    const fields = faults.map(({ field }) => field);
    assert.deepEqual(fields, [
      "title",
      "partner",
      "asset",
      "currency",
      "payout",
      "monitors",
      "arbiter",
      "milestone",
    ]);
  });

  it("becomes terms in ledger units, days and seconds, with a paper for each text", () => {
    const { terms, papers } = termsOf(filled());
    const [milestone] = terms.milestones;
    assert.equal(milestone?.amount, 6_000_500_000n);
    assert.equal(milestone?.dueDay, Date.parse("2027-03-31") / 86_400_000);
    assert.equal(milestone?.description, descriptionPaper("Drill.").hash);
    assert.deepEqual([terms.reviewPeriod, terms.silenceShare, terms.quorum], [14 * 86_400, 5_000, 2]);
    assert.deepEqual(
      papers.map(({ hash }) => hash),
      [descriptionPaper("Drill.").hash, documentsPaper([]).hash],
    );
  });

  it("refuses more verifications than monitors, and periods beyond the contract's", () => {
    for (const wrong of [
      { quorum: "3" },
      { reviewDays: "91" },
      { silencePercent: "101" },
      { noticeDays: "x" },
    ]) {
      assert.ok(Array.isArray(readContent({ ...filled(), ...wrong }, 1, USD)), JSON.stringify(wrong));
    }
  });
});

describe("an amendment", () => {
  const first = termsOf(filled()).terms;
  const milestone = (state: Milestone["state"]): Milestone => ({
    milestone: 1,
    state,
    kind: "Deliverable",
    finding: "None",
    dueDay: first.milestones[0]?.dueDay ?? 0,
    since: 0,
    verifications: 0,
    termsVersion: 1,
    quorum: 2,
    amount: first.milestones[0]?.amount ?? ZERO,
    claimed: ZERO,
    authorised: ZERO,
    paid: ZERO,
    isDecided: false,
  });
  const fixed = { title: "Boreholes", partner: 3, asset: ONE, currency: USD };

  it("that changes nothing restates the terms in force", () => {
    const again = termsOf(amendmentOf(fixed, first, [milestone("Paid")]), 2);
    assert.deepEqual({ ...again.terms, version: 1 }, first);
    assert.deepEqual(again.papers, []);
    assert.deepEqual([...new Set(compareTerms(first, again.terms).map(({ change }) => change))], ["same"]);
  });

  it("shows what is changed, new and cancelled", () => {
    const content = amendmentOf(fixed, first, [milestone("Planned")]);
    const [row] = content.milestones;
    assert.ok(row);
    const added = { ...row, key: "new", hash: "", text: "Train.", amount: "10" };
    const { terms } = termsOf(
      { ...content, quorum: "1", milestones: [{ ...row, isCancelled: true }, added] },
      2,
    );
    const changes = compareTerms(first, terms).flatMap(({ key, change }) =>
      change === "same" ? [] : [[key, change]],
    );
    assert.deepEqual(changes, [
      ["milestone 1", "cancelled"],
      ["milestone 2", "added"],
      ["quorum", "changed"],
    ]);
    assert.equal(terms.milestones[0]?.amount, amountOf(0n));
    assert.equal(terms.documents, first.documents);
  });
});
