// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { patternFor } from "#scripts/proof/mutation/encounters.ts";
import { isWild, Ledger, wild } from "#scripts/proof/mutation/ledger.ts";
import type { Mutant } from "#scripts/proof/mutation/mutate.ts";
import { readReasons, reasonFor } from "#scripts/proof/mutation/reasons.ts";
import type { Survey } from "#scripts/proof/mutation/survey.ts";

const folder = mkdtempSync(join(tmpdir(), "annona-mutation-"));
after(() => rmSync(folder, { recursive: true }));

const mutant = (id: number): Mutant => ({
  id,
  file: "contracts/Till.sol",
  line: id,
  where: "pay",
  operator: "& becomes |",
  code: `a & ${id}`,
});
const mutants = [1, 2, 3, 4].map(mutant);
const [first, second, third, fourth] = mutants as [Mutant, Mutant, Mutant, Mutant];

/** Two test files reach the till, with these digests. */
function surveyOf(one: string, other: string, till = "till"): Survey {
  const reach = new Set(["contracts/Till.sol"]);
  return {
    sources: new Map(),
    contracts: ["contracts/Till.sol"],
    mutants,
    tests: new Map([
      ["One.t.sol", { reach, digest: one }],
      ["Other.t.sol", { reach, digest: other }],
    ]),
    reachOf: () => reach,
    contractDigests: new Map([["contracts/Till.sol", till]]),
  };
}

test("a verdict holds until a source that it rests on changes", () => {
  const file = join(folder, "verdicts.json");
  const ledger = new Ledger(file, surveyOf("1", "1"), false);
  assert.equal(ledger.verdictOn(first), undefined);
  assert.deepEqual(ledger.untriedOn(first), ["One.t.sol", "Other.t.sol"]);
  ledger.write(first, "One.t.sol");
  ledger.write(second, "Other.t.sol");
  ledger.write(third, null);
  ledger.write(fourth, false);
  ledger.save();

  const same = new Ledger(file, surveyOf("1", "1"), false);
  assert.deepEqual(
    mutants.map((each) => same.verdictOn(each)),
    ["One.t.sol", "Other.t.sol", null, undefined],
  );
  assert.deepEqual(
    mutants.map((each) => same.isLeftOut(each)),
    [false, false, false, true],
  );

  const changedTest = new Ledger(file, surveyOf("1", "2"), false);
  assert.equal(changedTest.verdictOn(first), "One.t.sol");
  assert.equal(changedTest.verdictOn(second), undefined, "its test is another now");
  assert.equal(changedTest.verdictOn(third), undefined, "the changed test may notice it");
  assert.deepEqual(changedTest.untriedOn(third), ["Other.t.sol"], "the unchanged one does not");
  changedTest.save();
  assert.deepEqual(new Ledger(file, surveyOf("1", "2"), false).untriedOn(third), ["Other.t.sol"]);

  const changedContract = new Ledger(file, surveyOf("3", "3", "till with a lid"), false);
  assert.deepEqual(
    mutants.map((each) => changedContract.verdictOn(each) ?? changedContract.isLeftOut(each)),
    [false, false, false, false],
  );
  assert.equal(
    new Ledger(file, surveyOf("1", "2"), true).verdictOn(first),
    undefined,
    "nothing is taken over",
  );
});

test("a mutant that ran wild under a test stays noticed until that test changes", () => {
  const file = join(folder, "wild.json");
  const ledger = new Ledger(file, surveyOf("1", "1"), false);
  ledger.write(first, wild("Other.t.sol", "memory"));
  ledger.save();
  const same = new Ledger(file, surveyOf("2", "1"), false).verdictOn(first);
  assert.equal(same, "Other.t.sol (memory)");
  assert.ok(isWild(String(same)) && !isWild("Other.t.sol"));
  assert.equal(new Ledger(file, surveyOf("1", "2"), false).verdictOn(first), undefined);
});

test("a survivor's reason is found by contract, function and change", () => {
  const page =
    "| where | mutant | why |\n| --- | --- | --- |\n| `Till.pay` | `& becomes \\|: a & 2` | More gas. |\n";
  const reasons = readReasons(page);
  assert.equal(reasonFor(second, reasons), "More gas.");
  assert.equal(reasonFor(third, reasons), undefined);
});

test("the pattern of a test does not match longer names", () => {
  const pattern = new RegExp(patternFor(["test_Pay", "test_Keep"]));
  assert.ok(pattern.test("test_Pay()") && pattern.test("test_Keep"));
  assert.ok(!pattern.test("test_PayTwice()") && !pattern.test("fuzz_test_Pay()"));
});
