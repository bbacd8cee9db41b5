// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { guardianLifts, memberLifts, pausableByMember } from "#app/features/desk/pause/lifts.ts";
import type { Pause } from "#sdk/agency/index.ts";

const ON: Pause = { isPaused: false };
const MEMBER = "0xAbcd000000000000000000000000000000000001";
const byGuardian = (since: number): Pause => ({ isPaused: true, since });
const byMember = (until: number): Pause => ({ isPaused: true, byMember: { member: MEMBER, until } });

describe("how a pause is lifted", () => {
  it("offers nothing while nothing is paused", () => {
    assert.deepEqual(guardianLifts({ redemptions: ON, payouts: ON }), []);
    assert.deepEqual(memberLifts({ redemptions: ON, payouts: ON }, MEMBER, 10), []);
  });

  it("lifts both switches at once when the guardian paused them at one moment, or one of them", () => {
    const lifts = guardianLifts({ redemptions: byGuardian(5), payouts: byGuardian(5) });
    assert.deepEqual(lifts, [
      { redemptions: true, payouts: true, since: 5 },
      { redemptions: true, payouts: false, since: 5 },
      { redemptions: false, payouts: true, since: 5 },
    ]);
  });

  it("takes two liftings for two moments, since the moment is restated", () => {
    const lifts = guardianLifts({ redemptions: byGuardian(5), payouts: byGuardian(6) });
    assert.deepEqual(
      lifts.map(({ redemptions, payouts, since }) => [redemptions, payouts, since]),
      [
        [true, false, 5],
        [false, true, 6],
      ],
    );
  });

  it("is the member's own until it lapses, whatever case their address is written in", () => {
    const pauses = { redemptions: byMember(100), payouts: ON };
    assert.equal(memberLifts(pauses, MEMBER.toLowerCase(), 99).length, 1);
    assert.equal(memberLifts(pauses, MEMBER, 100).length, 0);
    assert.equal(memberLifts(pauses, `0x${"2".repeat(40)}`, 99).length, 0);
  });

  it("leaves a member the switches that no member pauses", () => {
    const pauses = { redemptions: byMember(100), payouts: byGuardian(1) };
    assert.deepEqual(pausableByMember(pauses, 99), { redemptions: false, payouts: true });
    assert.deepEqual(pausableByMember(pauses, 100), { redemptions: true, payouts: true });
  });
});
