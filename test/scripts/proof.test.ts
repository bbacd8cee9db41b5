// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { readReasons, sortFindings } from "#scripts/check/slitherFindings.ts";
import { findUncovered } from "#scripts/proof/coverage.ts";
import { applied } from "#scripts/proof/mutation/edits.ts";

const LCOV = `SF:contracts/Till.sol
DA:1,3
DA:2,0
DA:3,0
end_of_record
SF:contracts/testing/Token.sol
DA:1,0
end_of_record
`;

test("a line that no test runs is named, one with a reason and those for tests are not", () => {
  const source = "pay();\nkeep();\nrevert Till_Full(); // not covered: the till has no size\n";
  assert.deepEqual(
    findUncovered(LCOV, () => source),
    { lines: 2, uncovered: ["contracts/Till.sol:2"] },
  );
});

test("a finding of Slither needs a reason for its function, and a reason a finding", () => {
  const page =
    "| `unused-return` | `Till.pay()` | Nobody needs it. |\n| `unused-return` | `Till.keep()` |  |\n";
  const reasons = readReasons(page);
  assert.deepEqual(reasons, [{ check: "unused-return", place: "Till.pay()" }]);
  const finding = { check: "unused-return", impact: "Medium", description: "Till.pay() ignores ..." };
  assert.deepEqual(sortFindings([finding], reasons), { open: [], stale: [] });
  const other = { ...finding, description: "Till.keep() ignores ..." };
  assert.deepEqual(sortFindings([other], reasons), { open: [other], stale: reasons });
});

test("edits nest: an inner one is written within the outer, and of two at one place the later is outside", () => {
  const source = Buffer.from("ä + (b < c)");
  const around = (start: number, end: number, name: string) => ({
    start,
    end,
    write: (inside: (place: { start: number; end: number }) => string) =>
      `${name}[${inside({ start, end })}]`,
  });
  const edits = [around(6, 11, "first"), around(6, 11, "second"), around(0, 12, "all")];
  assert.equal(applied(source, edits), "all[ä + (second[first[b < c]])]");
});
