// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { AbiCoder, getAddress, hexlify, id, keccak256, toUtf8Bytes } from "ethers";
import {
  type AgreementTerms,
  decodeTerms,
  descriptionPaper,
  documentsPaper,
  encodeTerms,
  hashTerms,
  readDescription,
  readDocuments,
} from "#sdk/agreements/index.ts";
import { amountOf } from "#sdk/money/index.ts";

describe("papers of an agreement", () => {
  it("are plain text, whatever the keyboard wrote", () => {
    const { bytes, hash } = descriptionPaper("  Drill six wells.  \r\nTest the water: cafe\u0301\t\r\n\n");
    assert.equal(new TextDecoder().decode(bytes), "Drill six wells.\nTest the water: caf\u00e9\n");
    assert.equal(hash, keccak256(toUtf8Bytes("Drill six wells.\nTest the water: caf\u00e9\n")));
    assert.equal(readDescription(bytes), "Drill six wells.\nTest the water: caf\u00e9");
  });

  it("list documents one a line, and can be read back", () => {
    const documents = [
      { hash: id("budget"), title: "Budget 2027" },
      { hash: id("plan"), title: "Work\nplan" },
    ];
    const { bytes } = documentsPaper(documents);
    assert.equal(new TextDecoder().decode(bytes), `${id("budget")}  Budget 2027\n${id("plan")}  Work plan\n`);
    assert.deepEqual(readDocuments(bytes), [documents[0], { hash: id("plan"), title: "Work plan" }]);
    assert.deepEqual(readDocuments(documentsPaper([]).bytes), []);
    assert.equal(readDocuments(toUtf8Bytes("no list\n")), undefined);
    assert.equal(readDocuments(bytes.slice(0, -1)), undefined);
  });
});

const WALLET = getAddress("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
const TERMS: AgreementTerms = {
  version: 2,
  payout: WALLET,
  milestones: [{ kind: "Reimbursement", dueDay: 20_800, amount: amountOf(5n), description: id("wells") }],
  monitors: [WALLET],
  quorum: 1,
  reviewPeriod: 86_400,
  arbiter: WALLET,
  arbiterPeriod: 86_400,
  silenceShare: 5_000,
  noticePeriod: 0,
  documents: id("documents"),
};

describe("the hash that both sides sign", () => {
  it("is over chain, agreement, settings and terms, as the contract says", () => {
    const settings = {
      agency: 1,
      partner: 3,
      asset: WALLET,
      currency: hexlify(toUtf8Bytes("USD")),
      title: "Wells",
    };
    const milestone = "tuple(uint8,uint16,uint128,bytes32)[]";
    const terms = `tuple(uint16,address,${milestone},address[],uint8,uint40,address,uint40,uint16,uint40,bytes32)`;
    const expected = keccak256(
      AbiCoder.defaultAbiCoder().encode(
        ["uint256", "address", "tuple(uint32,uint32,address,bytes3,string)", terms],
        [
          31_337,
          WALLET,
          [1, 3, WALLET, hexlify(toUtf8Bytes("USD")), "Wells"],
          [
            2,
            WALLET,
            [[2, 20_800, 5n, id("wells")]],
            [WALLET],
            1,
            86_400,
            WALLET,
            86_400,
            5_000,
            0,
            id("documents"),
          ],
        ],
      ),
    );
    assert.equal(hashTerms(31_337, WALLET, settings, TERMS), expected);
  });

  it("changes with every value", () => {
    const settings = {
      agency: 1,
      partner: 3,
      asset: WALLET,
      currency: hexlify(toUtf8Bytes("USD")),
      title: "Wells",
    };
    const hash = (terms: AgreementTerms) => hashTerms(1, WALLET, settings, terms);
    const others = [
      { ...TERMS, quorum: 2 },
      { ...TERMS, milestones: [] },
      { ...TERMS, silenceShare: 4_999 },
      { ...TERMS, documents: id("others") },
    ];
    for (const other of others) assert.notEqual(hash(other), hash(TERMS));
  });

  it("is of terms that survive the way to the contract and back", () => {
    const encoded = encodeTerms(TERMS);
    assert.deepEqual(decodeTerms(encoded as Parameters<typeof decodeTerms>[0]), TERMS);
  });
});
