// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { getAddress, id as keccakOfText } from "ethers";
import {
  type CouncilAct,
  type CouncilBook,
  decodeCall,
  encodeAct,
  isShortEnough,
  levelOf,
  nameHashOf,
  PROPOSAL_LEVELS,
  PROPOSAL_STATES,
  type ProposalLevel,
  rationaleSource,
  textRationale,
} from "#sdk/council/index.ts";

const at = (n: number) => getAddress(`0x${n.toString(16).padStart(40, "0")}`);
const book: CouncilBook = {
  council: at(1),
  consortium: at(2),
  accounts: at(3),
  beacons: { programmes: at(4), agreements: at(5) },
  programmes: new Set([at(6).toLowerCase()]),
  agreements: new Set([at(7).toLowerCase()]),
};
const settings = { quorum: 2, upgradeQuorum: 3, delay: 3_600, upgradeDelay: 1_209_600, gracePeriod: 604_800 };

/** Everything that the council can be asked for, with what it needs. */
const ACTS: readonly (readonly [CouncilAct, ProposalLevel])[] = [
  [
    {
      kind: "admit",
      name: "Croix-Rouge – Ouest",
      organisationKind: "Monitor",
      iatiIdentifier: "",
      administrator: at(9),
    },
    "Ordinary",
  ],
  [{ kind: "suspend", organisation: 7 }, "Ordinary"],
  [{ kind: "reinstate", organisation: 7 }, "Ordinary"],
  [{ kind: "nameTrustee", organisation: 7, trustee: 8 }, "Ordinary"],
  [{ kind: "nameGuardian", organisation: 7, guardian: at(9) }, "Ordinary"],
  [{ kind: "nameGuardian", organisation: 7, guardian: undefined }, "Ordinary"],
  [{ kind: "nameArbiter", organisation: 7, arbiter: at(9), until: 1_800_000_000 }, "Ordinary"],
  [{ kind: "nameArbiter", organisation: 7, arbiter: at(9), until: undefined }, "Ordinary"],
  [{ kind: "seatArbiter", organisation: 7, arbiter: at(9) }, "Ordinary"],
  [{ kind: "dismissArbiter", organisation: 7, arbiter: at(9) }, "Ordinary"],
  [
    {
      kind: "reconfigure",
      added: [{ account: at(9), nameHash: nameHashOf("Elm Society") }],
      removed: [at(10)],
      settings,
    },
    "Configuration",
  ],
  [{ kind: "upgrade", beacon: "agreements", implementation: at(9) }, "Upgrade"],
  [{ kind: "handOverBeacon", beacon: "programmes", owner: at(9) }, "Upgrade"],
  [{ kind: "handOverBeacon", beacon: "programmes", owner: undefined }, "Upgrade"],
  [{ kind: "changeCouncil", council: at(9) }, "Upgrade"],
  [{ kind: "publishKeyCheck", version: 2, check: keccakOfText("key") }, "Ordinary"],
  [{ kind: "liftPause", programme: at(6), redemptions: true, payouts: false }, "Ordinary"],
  [
    {
      kind: "decideDispute",
      agreement: at(7),
      milestone: 3,
      toPartner: 12_345_678_901_234_567_890n,
      decision: keccakOfText("ruling"),
    },
    "Ordinary",
  ],
];

describe("calls of the council in words", () => {
  for (const [act, level] of ACTS) {
    test(`${act.kind} goes to bytes and back, and needs: ${level}`, () => {
      const call = encodeAct(book, act);
      assert.deepEqual(decodeCall(book, call), act);
      assert.equal(levelOf(book.council, [call]), level);
      // The same bytes to somebody else are not the same act.
      const elsewhere = decodeCall(book, { ...call, target: at(99) });
      assert.equal(elsewhere.kind === "unknown" ? elsewhere.why : "", "target");
    });
  }

  test("one upgrade among other calls makes the whole proposal one", () => {
    const calls = ACTS.slice(0, 12).map(([act]) => encodeAct(book, act));
    assert.equal(levelOf(book.council, calls), "Upgrade");
  });

  test("states and levels are the contract's, in its order", () => {
    const source = readFileSync(
      new URL("../../../contracts/interfaces/ICouncil.sol", import.meta.url),
      "utf8",
    );
    const namesOf = (name: string) =>
      new RegExp(`enum ${name} \\{([^}]*)\\}`)
        .exec(source)?.[1]
        ?.split(",")
        .map((word) => word.trim());
    assert.deepEqual(namesOf("ProposalState"), [...PROPOSAL_STATES]);
    assert.deepEqual(namesOf("Level"), [...PROPOSAL_LEVELS]);
  });
});

describe("the reasons of a proposal", () => {
  test("a short text stands in its own address, and is only believed with its hash", () => {
    const why = textRationale("Ils nourrissent l’est.\n100 % utile");
    assert.deepEqual(rationaleSource(why), { kind: "text", text: "Ils nourrissent l’est.\n100 % utile" });
    assert.equal(rationaleSource({ ...why, hash: keccakOfText("other") }).kind, "otherText");
    assert.equal(isShortEnough("é".repeat(600)), true);
    assert.equal(isShortEnough("é".repeat(700)), false);
  });

  test("only web addresses become links", () => {
    const kindOf = (uri: string) => rationaleSource({ hash: keccakOfText("x"), uri }).kind;
    assert.equal(kindOf(""), "nowhere");
    assert.equal(kindOf("https://example.org/a"), "link");
    assert.equal(kindOf("javascript:alert(1)"), "words");
    assert.equal(kindOf("data:text/html,<script>"), "words");
    assert.equal(kindOf("data:text/plain;charset=utf-8,%ff"), "words");
    assert.equal(kindOf("ipfs://bafy"), "words");
  });
});
