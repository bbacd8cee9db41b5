// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { holdUntil, SECONDS_A_DAY } from "#app/features/accounts/holdUntil.ts";
import { LONGEST_HOLD } from "#sdk/agency/index.ts";

const at = (iso: string) => Date.parse(iso) / 1000;
const shown = (seconds: number) => new Date(seconds * 1000).toISOString();

describe("the end of a hold", () => {
  it("is the last second of the last day, whatever the hour at which it is made", () => {
    for (const hour of ["00:00:00", "00:30:00", "12:00:00", "23:59:59"]) {
      assert.equal(shown(holdUntil(at(`2026-11-21T${hour}Z`), 7)), "2026-11-28T23:59:59.000Z", hour);
    }
  });

  it("goes over the end of a year", () => {
    assert.equal(shown(holdUntil(at("2026-12-15T08:00:00Z"), 30)), "2027-01-14T23:59:59.000Z");
  });

  it("of the longest hold is a day's end that the contract still takes", () => {
    for (const now of [at("2026-11-21T00:00:00Z"), at("2026-11-21T13:00:00Z"), at("2026-11-21T23:59:59Z")]) {
      const until = holdUntil(now, LONGEST_HOLD / SECONDS_A_DAY);
      assert.equal((until + 1) % SECONDS_A_DAY, 0);
      assert.ok(until < now + LONGEST_HOLD);
      assert.ok(until > now + LONGEST_HOLD - 2 * SECONDS_A_DAY);
    }
  });
});
