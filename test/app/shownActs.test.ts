// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { actKey, noted, shownActs } from "#app/shared/acts/useShownActs.ts";
import type { OpenAct } from "#sdk/agency/index.ts";

const REGISTRY = `0x${"0a".repeat(20)}`;
const PROGRAMME = `0x${"0b".repeat(20)}`;

/** A proposal; only what tells it from others and its age matter here. */
function act(actId: number, proposedAt: number, contract = PROGRAMME): OpenAct {
  return {
    contract,
    actId: BigInt(actId),
    name: "closeCycle",
    args: {},
    proposedAt,
    proposer: `0x${"01".repeat(20)}`,
    readyAt: proposedAt,
    lapsesAt: proposedAt + 1,
    rule: undefined,
  } as unknown as OpenAct;
}

const shape = (shown: ReturnType<typeof shownActs>) =>
  shown.map(({ act: { actId }, isOpen }) => `${actId}${isOpen ? "" : " decided"}`);

describe("the proposals on a page", () => {
  it("are those that wait, oldest first", () => {
    assert.deepEqual(shape(shownActs([act(2, 20), act(1, 10)], [])), ["1", "2"]);
  });

  it("keep the place of one that this officer has just decided, though it waits no longer", () => {
    const first = act(1, 10);
    assert.deepEqual(shape(shownActs([act(2, 20), act(3, 30)], [act(2, 20), first])), [
      "1 decided",
      "2",
      "3",
    ]);
  });

  it("show one that is being decided once, and as waiting for as long as it waits", () => {
    const only = act(1, 10);
    assert.deepEqual(shape(shownActs([only], [only])), ["1"]);
  });

  it("tell acts of different contracts apart though their numbers are the same", () => {
    const here = act(1, 10);
    const there = act(1, 20, REGISTRY);
    assert.notEqual(actKey(here), actKey(there));
    assert.deepEqual(shape(shownActs([here], [there])), ["1", "1 decided"]);
  });
});

describe("the acts that an officer decides here", () => {
  it("are noted once, and let go when there is nothing more to say", () => {
    const one = act(1, 10);
    const two = act(2, 20);
    const both = noted(noted([], one, true), two, true);
    assert.deepEqual(both.map(actKey), [actKey(one), actKey(two)]);
    // Read anew from the ledger it is another object and still the same act.
    assert.deepEqual(noted(both, act(1, 10), false).map(actKey), [actKey(two)]);
  });

  it("stay the same list where nothing changes, so that cards do not draw each other for ever", () => {
    const one = act(1, 10);
    const list = noted([], one, true);
    assert.equal(noted(list, act(1, 10), true), list);
    assert.equal(noted(list, act(2, 20), false), list);
  });
});
