// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { projectFolder } from "#scripts/house/run.ts";
import { prove } from "#scripts/proof/prove.ts";

const BUDGET = readFileSync(`${projectFolder}test/proofs/BudgetProof.sol`, "utf8");

test("a pot that loses a unit in one step is not proven", () => {
  const leaking = BUDGET.replace("owed += amount;", "owed += amount + 1;");
  assert.notEqual(leaking, BUDGET);
  assert.ok(prove("BudgetProof.sol", "BudgetProof", leaking).open.length > 0);
  assert.deepEqual(prove("BudgetProof.sol", "BudgetProof", BUDGET).open, []);
});
