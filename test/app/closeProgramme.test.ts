// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ClosingFacts, closingItems } from "#app/features/closeProgramme/checklist.ts";

const clean: ClosingFacts = {
  openCycles: [],
  waitingCycles: [],
  owed: 0n,
  instructed: 0,
  terminals: 0,
  unspent: 0n,
  proposals: 0,
  isPaused: false,
};
const notDone = (facts: Partial<ClosingFacts>) =>
  closingItems({ ...clean, ...facts })
    .filter(({ state }) => state !== "done")
    .map(({ name, state, left }) => `${name} ${state} ${left}`);

describe("the checklist of a programme's closing", () => {
  it("is all done for a programme that is over, settled, and empty", () => {
    assert.deepEqual(notDone({}), []);
    assert.equal(closingItems(clean).length, 8);
  });

  it("is blocked by what the contract refuses: open cycles, debts, the bank, a pause", () => {
    assert.deepEqual(notDone({ openCycles: [2, 3], owed: 1n, instructed: 1, isPaused: true }), [
      "cycles blocks 2",
      "owed blocks 1",
      "instructed blocks 1",
      "paused blocks 1",
    ]);
  });

  it("leaves to the officers what closing itself brings to an end", () => {
    assert.deepEqual(notDone({ terminals: 4, unspent: 90_000n, waitingCycles: [5], proposals: 1 }), [
      "terminals left 4",
      "unspent left 90000",
      "waiting left 1",
      "proposals left 1",
    ]);
  });
});
