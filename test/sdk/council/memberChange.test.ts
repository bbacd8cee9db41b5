// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { getAddress } from "ethers";
import { afterChange, nameHashOf, newKeyAct, type Reconfigure } from "#sdk/council/index.ts";

const DAY = 86_400;
const at = (n: number) => getAddress(`0x${n.toString(16).padStart(40, "0")}`);
const member = (n: number) => ({ account: at(n), nameHash: nameHashOf(`Member ${n}`) });
const settings = { quorum: 2, upgradeQuorum: 2, delay: DAY, upgradeDelay: 14 * DAY, gracePeriod: 7 * DAY };
const council = { address: at(99), members: [member(1), member(2), member(3)], settings };

function faultOf(change: Partial<Reconfigure>): string | undefined {
  return afterChange(council, { kind: "reconfigure", added: [], removed: [], settings, ...change }).fault;
}

describe("a change of members and rules, before anybody votes for it", () => {
  test("leaves a council that can decide, and says how many keys it can lose", () => {
    const { members, spare, fault } = afterChange(council, {
      kind: "reconfigure",
      added: [member(4)],
      removed: [at(1)],
      settings,
    });
    assert.equal(fault, undefined);
    assert.deepEqual(
      members.map(({ account }) => account),
      [at(2), at(3), at(4)],
    );
    assert.equal(spare, 1);
  });

  test("is refused where a quorum could not be reached any more", () => {
    assert.equal(faultOf({ settings: { ...settings, upgradeQuorum: 3 } }), "upgradeQuorum");
    assert.equal(faultOf({ removed: [at(1), at(2)] }), "upgradeQuorum");
    assert.equal(faultOf({ removed: [at(1), at(2), at(3)] }), "nobodyLeft");
    assert.equal(faultOf({ settings: { ...settings, quorum: 3 } }), "quorum");
    // Two members may need both: nobody may lose a key then, and the page says so.
    const two = afterChange(council, { kind: "reconfigure", added: [], removed: [at(3)], settings });
    assert.deepEqual([two.fault, two.spare], [undefined, 0]);
  });

  test("is refused for members who cannot come or leave, in whatever letters", () => {
    assert.equal(faultOf({ added: [member(3)] }), "member");
    assert.equal(faultOf({ added: [{ ...member(3), account: at(3).toLowerCase() }] }), "member");
    assert.equal(faultOf({ removed: [at(7)] }), "member");
    assert.equal(faultOf({ added: [member(99)] }), "member");
  });

  test("is refused for delays that the contract refuses", () => {
    assert.equal(faultOf({ settings: { ...settings, delay: 31 * DAY } }), "delay");
    assert.equal(faultOf({ settings: { ...settings, upgradeDelay: 13 * DAY } }), "upgradeDelay");
    assert.equal(faultOf({ settings: { ...settings, gracePeriod: 61 * DAY } }), "gracePeriod");
  });

  test("a new key keeps name and rules, and is no key that has a seat already", () => {
    const act = newKeyAct(council, member(2), at(8));
    assert.deepEqual(act, {
      kind: "reconfigure",
      added: [{ account: at(8), nameHash: member(2).nameHash }],
      removed: [at(2)],
      settings,
    });
    assert.equal(afterChange(council, act).fault, undefined);
    assert.equal(afterChange(council, newKeyAct(council, member(2), at(3))).fault, "member");
    assert.equal(afterChange(council, newKeyAct(council, member(2), council.address)).fault, "member");
  });
});
