// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dayField, endOfDay } from "#app/features/desk/days.ts";
import { nextStep } from "#app/features/desk/nextStep.ts";
import { type CycleEvent, timelineOf } from "#app/features/desk/timeline.ts";

const base = {
  approvals: 2,
  chunks: 4,
  chunksLoaded: 4,
  opensAt: 100,
  expiresAt: 200,
  graceEndsAt: 300,
};
const names = (state: string, now: number, events: readonly CycleEvent[] = [], more = {}) =>
  timelineOf({ ...base, state, ...more }, events, now).map(({ name, state: at }) => `${name} ${at}`);

describe("the next step of a cycle", () => {
  it("is loading as long as an approved list is not on the ledger in full", () => {
    assert.equal(nextStep("upcoming", { chunks: 4, chunksLoaded: 3 }), "load");
    assert.equal(nextStep("open", { chunks: 4, chunksLoaded: 3 }), "load");
    assert.equal(nextStep("upcoming", { chunks: 4, chunksLoaded: 4 }), "messages");
    assert.equal(nextStep("open", { chunks: 4, chunksLoaded: 4 }), "reconcile");
  });

  it("is not loading any more when sales are over", () => {
    assert.equal(nextStep("late", { chunks: 4, chunksLoaded: 3 }), "reconcile");
    assert.equal(nextStep("toClose", { chunks: 4, chunksLoaded: 3 }), "close");
  });

  it("follows the stage otherwise", () => {
    assert.equal(nextStep("waiting", base), "approve");
    assert.equal(nextStep("release", base), "release");
    assert.equal(nextStep("returned", base), "prepareAgain");
    assert.equal(nextStep("closed", base), "none");
    assert.equal(nextStep("cancelled", base), "none");
  });
});

describe("the timeline of a cycle", () => {
  const prepared: CycleEvent = { name: "prepared", at: 10, officer: "0xaa" };

  it("shows a waiting cycle with its approvals under way and all its dates to come", () => {
    const more = { approvals: 1, needed: { approvers: 2 } };
    assert.deepEqual(names("Prepared", 50, [prepared], more), [
      "prepared done",
      "approvals now",
      "opens coming",
      "expires coming",
      "graceEnds coming",
      "closed coming",
    ]);
    const moments = timelineOf({ ...base, state: "Prepared", ...more }, [prepared], 50);
    assert.deepEqual(moments[1]?.progress, { done: 1, of: 2 });
  });

  it("shows that a fully approved cycle waits for its release", () => {
    const found = names("AwaitingRelease", 50, [prepared], { needed: { approvers: 2 } });
    assert.deepEqual(found.slice(0, 3), ["prepared done", "approvals done", "released now"]);
  });

  it("puts what happened in the order of time, and a half-loaded list before what is to come", () => {
    const events: CycleEvent[] = [
      { name: "activated", at: 30 },
      { name: "approved", at: 20, officer: "0xbb" },
      prepared,
    ];
    assert.deepEqual(names("Approved", 150, events, { chunksLoaded: 1 }), [
      "prepared done",
      "approved done",
      "activated done",
      "opens done",
      "loaded now",
      "expires coming",
      "graceEnds coming",
      "closed coming",
    ]);
  });

  it("ends with what ended it", () => {
    assert.deepEqual(names("Cancelled", 50, [prepared, { name: "cancelled", at: 40, reason: "MARKET" }]), [
      "prepared done",
      "cancelled done",
    ]);
    assert.deepEqual(names("Closed", 400, [{ name: "closed", at: 350 }, prepared]), [
      "prepared done",
      "closed done",
    ]);
  });
});

describe("days in fields", () => {
  it("count to their last second, in UTC", () => {
    assert.equal(endOfDay("2026-11-30"), Date.UTC(2026, 10, 30, 23, 59, 59) / 1000);
    assert.equal(endOfDay("2026-13-01"), undefined);
    assert.equal(endOfDay("30.11.2026"), undefined);
    assert.equal(dayField(endOfDay("2028-02-29") ?? 0), "2028-02-29");
  });
});
