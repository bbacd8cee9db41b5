// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { projectFolder } from "#scripts/house/run.ts";
import { prove } from "#scripts/proof/prove.ts";

/** A model, and a mistake in it that must not be provable. */
const MISTAKES = [
  ["BudgetProof", "owed += amount;", "owed += amount + 1;"],
  ["EscrowProof", "require(amount <= held - reserved - credited);", "require(amount <= held - reserved);"],
] as const;

for (const [name, right, wrong] of MISTAKES) {
  test(`${name} is proven, and not with "${wrong}"`, () => {
    const model = readFileSync(`${projectFolder}test/proofs/${name}.sol`, "utf8");
    const mistaken = model.replace(right, wrong);
    assert.notEqual(mistaken, model);
    assert.ok(prove(`${name}.sol`, name, mistaken).open.length > 0);
    assert.deepEqual(prove(`${name}.sol`, name, model).open, []);
  });
}
