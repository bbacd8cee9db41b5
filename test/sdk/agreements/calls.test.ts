// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { AbiCoder, concat, getAddress, id, keccak256, TypedDataEncoder } from "ethers";
import {
  AGREEMENT,
  AGREEMENT_STATES,
  acceptSpending,
  FINDINGS,
  giveNotice,
  MILESTONE_KINDS,
  MILESTONE_STATES,
  offerTerms,
  PARTIES,
  returnExcess,
  verificationData,
} from "#sdk/agreements/index.ts";

const WALLET = getAddress("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
const TERMS = {
  version: 1,
  payout: WALLET,
  milestones: [{ kind: 0, dueDay: 20_800, amount: 5n, description: id("wells") }],
  monitors: [WALLET],
  quorum: 1,
  reviewPeriod: 86_400,
  arbiter: WALLET,
  arbiterPeriod: 86_400,
  silenceShare: 5_000,
  noticePeriod: 0,
  documents: id("documents"),
};

function enumOf(file: string, name: string): string[] {
  const source = readFileSync(new URL(`../../../contracts/interfaces/${file}.sol`, import.meta.url), "utf8");
  const body = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(source)?.[1] ?? "";
  return body.split(",").map((word) => word.trim());
}

describe("names of an agreement", () => {
  const cases = [
    ["IAgreementSettings", "AgreementState", AGREEMENT_STATES],
    ["IAgreementTerms", "MilestoneKind", MILESTONE_KINDS],
    ["IMilestones", "MilestoneState", MILESTONE_STATES],
    ["IMilestones", "Finding", FINDINGS],
    ["IAgreementEnd", "Party", PARTIES],
  ] as const;
  for (const [file, name, words] of cases) {
    it(`are those of ${name}`, () => assert.deepEqual(enumOf(file, name), [...words]));
  }
});

describe("acts of an agreement", () => {
  const cases = [
    ["offerTerms", offerTerms(TERMS)],
    ["returnExcess", returnExcess(7n)],
    ["acceptSpending", acceptSpending(2, id("report"), 3n, "NoProofOfPayment")],
    ["giveNotice", giveNotice(id("letter"))],
  ] as const;
  for (const [name, act] of cases) {
    it(`encode ${name}`, () => assert.equal(AGREEMENT.parseTransaction({ data: act })?.name, name));
  }

  it("carry the finding by its place in the contract", () => {
    const parsed = AGREEMENT.parseTransaction({
      data: acceptSpending(2, id("report"), 3n, "NoProofOfPayment"),
    });
    assert.deepEqual([...(parsed?.args ?? [])], [2n, id("report"), 3n, 2n]);
  });
});

describe("a monitor's statement", () => {
  it("has the digest that the contract computes", () => {
    const message = { milestone: 3, evidence: id("evidence"), submittedAt: 1_790_000_000 };
    const { domain, types } = verificationData(31_337n, WALLET, message);
    const coder = AbiCoder.defaultAbiCoder();
    const separator = keccak256(
      coder.encode(
        ["bytes32", "bytes32", "bytes32", "uint256", "address"],
        [
          id("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
          id("Annona Agreement"),
          id("1"),
          31_337n,
          WALLET,
        ],
      ),
    );
    const struct = keccak256(
      coder.encode(
        ["bytes32", "uint32", "bytes32", "uint40"],
        [
          id("Verification(uint32 milestone,bytes32 evidence,uint40 submittedAt)"),
          message.milestone,
          message.evidence,
          message.submittedAt,
        ],
      ),
    );
    const digest = keccak256(concat(["0x1901", separator, struct]));
    assert.equal(TypedDataEncoder.hash(domain, types, message), digest);
  });
});
