// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { getAddress, type Interface, id, zeroPadValue } from "ethers";
import {
  approveCall,
  approveCycleCall,
  approveTokensCall,
  type Call,
  eventOf,
  filterOf,
  hasHappened,
  type Log,
  proposeCall,
  recordDocumentCall,
} from "#sdk/agency/index.ts";
import { interfaces } from "#sdk/history/events.ts";

const PROGRAMME = getAddress("0xa0ee7a142d267c1f36714e4a8f75612f20a79720");
const OFFICER = getAddress("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
const OTHER = getAddress("0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc");
const ACT = "0x12345678aabb";

/** A log as the contract writes it. */
function logOf(
  kind: keyof typeof interfaces,
  name: string,
  values: readonly unknown[],
  address = PROGRAMME,
): Log {
  const face: Interface = interfaces[kind];
  const { topics, data } = face.encodeEventLog(name, values);
  return { address, topics, data };
}

const proposed = (actId: bigint, officer: string, act = ACT) =>
  logOf("programme", "ActProposed", [actId, act.slice(0, 10), officer, act]);

describe("what shows that a call went through", () => {
  const call = proposeCall(PROGRAMME, ACT, OFFICER);

  test("its event with these arguments, whatever stands around it", () => {
    const noise = logOf("programme", "CycleClosed", [3, 5n]);
    const event = eventOf(call, [noise, proposed(6n, OTHER), proposed(7n, OFFICER)]);
    assert.equal(event?.args.actId, 7n);
  });

  test("addresses and bytes in any case, as wallets and nodes write them", () => {
    const shouted = proposeCall(PROGRAMME.toLowerCase(), "0x12345678AABB", OFFICER.toLowerCase());
    const log = proposed(1n, OFFICER);
    assert.ok(hasHappened(shouted, [{ ...log, address: log.address.toLowerCase() }]));
  });

  const others: [string, Log][] = [
    ["another officer's proposal", proposed(1n, OTHER)],
    ["another act of the same officer", proposed(1n, OFFICER, "0x12345678aabc")],
    ["the same on another contract", { ...proposed(1n, OFFICER), address: OTHER }],
    ["another event", logOf("programme", "ActApproved", [1n, ACT.slice(0, 10), OFFICER])],
  ];
  for (const [what, log] of others) {
    test(`not ${what}`, () => assert.equal(hasHappened(call, [log]), false));
  }

  test("numbers by value, whether number or bigint", () => {
    const approve = approveCycleCall({ address: PROGRAMME }, 2, id("terms"), OFFICER);
    assert.ok(hasHappened(approve, [logOf("programme", "CycleApproved", [2n, OFFICER, 1, 2])]));
    assert.equal(hasHappened(approve, [logOf("programme", "CycleApproved", [22n, OFFICER, 1, 2])]), false);
  });

  test("on the consortium's other contracts, too", () => {
    const contracts = { documents: OTHER } as Parameters<
      typeof recordDocumentCall
    >[0]["deployment"]["contracts"];
    const deployment = { chainId: 1, fromBlock: 0, contracts };
    const hash = id("file");
    const record = recordDocumentCall(
      { deployment },
      { organisation: 4, hash, kind: "Statement", subject: PROGRAMME },
    );
    const subject = zeroPadValue(PROGRAMME, 32);
    const values = (organisation: number) => [hash, organisation, subject, 1, OFFICER, ""];
    assert.ok(hasHappened(record, [logOf("documents", "DocumentRecorded", values(4), OTHER)]));
    assert.equal(hasHappened(record, [logOf("documents", "DocumentRecorded", values(5), OTHER)]), false);
  });

  test("an event that no contract has is a mistake of ours", () => {
    const where = { cycle: 1 };
    const wrong = (event: string): Call => ({ ...call, expects: { event, where } });
    assert.throws(() => hasHappened(wrong("CycleApprovd"), []), /CycleApprovd/);
    assert.throws(() => hasHappened(wrong("ActApproved"), []), /cycle/);
  });
});

describe("the filter for these logs", () => {
  test("names what is indexed, and leaves the rest open", () => {
    const { address, topics } = filterOf(proposeCall(PROGRAMME, ACT, OFFICER));
    const log = proposed(9n, OFFICER);
    assert.equal(address, PROGRAMME);
    assert.deepEqual(topics, [log.topics[0], null, null, log.topics[3]]);
  });

  test("finds the log of each call", () => {
    const approval = logOf("programme", "ActApproved", [9n, ACT.slice(0, 10), OFFICER]);
    const tokens = logOf("asset", "Approval", [OFFICER, PROGRAMME, 5n], OTHER);
    const pairs: [Call, Log][] = [
      [approveCall({ contract: PROGRAMME, actId: 9n, act: ACT }), approval],
      [approveTokensCall({ address: PROGRAMME, asset: OTHER }, 5n, OFFICER), tokens],
    ];
    for (const [call, log] of pairs) {
      assert.ok(hasHappened(call, [log]));
      filterOf(call).topics.forEach((topic, i) => {
        if (topic !== null) assert.equal(topic, log.topics[i]);
      });
    }
  });
});
