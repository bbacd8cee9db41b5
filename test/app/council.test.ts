// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { forms } from "#app/features/council/words/forms.en.ts";
import { placed } from "#app/shared/council/placed.ts";
import { showDuration } from "#app/shared/format/duration.ts";
import { CHANGE_FAULTS } from "#scripts/cli/council/changeFaults.ts";

describe("the council's room", () => {
  test("says a length of time by its two greatest units", () => {
    const day = 86_400;
    assert.equal(showDuration(2 * day), "2 days");
    assert.equal(showDuration(day + 3 * 3_600 + 59), "1 day, 3 hours");
    assert.equal(showDuration(3_605), "1 hour");
    assert.equal(showDuration(61), "1 minute, 1 second");
    assert.equal(showDuration(0), "0 seconds");
    assert.equal(showDuration(-5), "0 seconds");
  });

  test("refuses a change of the council in the same words as the command line", () => {
    assert.deepEqual(CHANGE_FAULTS, forms.afterwards.faults);
  });

  test("tells equal calls apart by their places", () => {
    assert.deepEqual(placed(["a", "a"]), [
      { place: 0, item: "a" },
      { place: 1, item: "a" },
    ]);
  });
});
