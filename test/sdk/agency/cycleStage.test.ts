// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import { cycleStage } from "#sdk/agency/cycleStage.ts";

const times = { opensAt: 100, expiresAt: 200, graceEndsAt: 300 };
const stageAt = (now: number, state = "Approved") => cycleStage({ state, ...times }, now);

test("an approved cycle goes from upcoming over open and late receipts to be closed", () => {
  assert.equal(stageAt(99), "upcoming");
  assert.equal(stageAt(100), "open");
  assert.equal(stageAt(200), "open");
  assert.equal(stageAt(201), "late");
  assert.equal(stageAt(300), "late");
  assert.equal(stageAt(301), "toClose");
});

test("before approval and after the end the times do not matter", () => {
  assert.equal(stageAt(150, "Prepared"), "waiting");
  assert.equal(stageAt(150, "AwaitingRelease"), "release");
  assert.equal(stageAt(150, "Returned"), "returned");
  assert.equal(stageAt(150, "Cancelled"), "cancelled");
  assert.equal(stageAt(150, "Closed"), "closed");
});
