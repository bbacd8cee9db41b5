// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ClosingFacts, closingItems, isAbandoned } from "#app/features/close/checklist.ts";

const clean: ClosingFacts = {
  now: 301,
  graceEndsAt: 300,
  chunks: 4,
  chunksLoaded: 4,
  rejected: 0,
  owed: 0n,
  instructed: 0,
  exceptions: 0,
  proposals: 0,
};
const notDone = (facts: ClosingFacts) =>
  closingItems(facts)
    .filter(({ state }) => state !== "done")
    .map(({ name, state, left }) => `${name} ${state} ${left}`);

describe("the checklist of a closing", () => {
  it("is all done for a cycle that is over, loaded, settled and reconciled", () => {
    assert.deepEqual(notDone(clean), []);
    assert.equal(closingItems(clean).length, 7);
  });

  it("is blocked by the days of grace, to their last second, and by nothing else", () => {
    assert.deepEqual(notDone({ ...clean, now: 300 }), ["grace blocks 0"]);
  });

  it("names what is left with its count or amount", () => {
    const facts = { ...clean, chunksLoaded: 1, rejected: 2, owed: 45_000n, instructed: 1, proposals: 1 };
    assert.deepEqual(notDone(facts), [
      "loaded left 3",
      "rejected left 2",
      "owed left 45000",
      "instructed left 1",
      "proposals left 1",
    ]);
  });

  it("says that it does not know the exceptions while the office is out of reach", () => {
    assert.deepEqual(notDone({ ...clean, exceptions: undefined }), ["exceptions unknown 0"]);
  });

  it("lets anybody close after ninety days", () => {
    const day = 86_400;
    assert.equal(isAbandoned(300, 300 + 90 * day), false);
    assert.equal(isAbandoned(300, 301 + 90 * day), true);
  });
});
