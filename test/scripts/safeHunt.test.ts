// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { build, parse } from "#scripts/proof/mutation/compiler.ts";
import { instrument, LIBRARY } from "#scripts/proof/mutation/instrument.ts";
import type { Mutant } from "#scripts/proof/mutation/mutate.ts";
import type { Compilation } from "#scripts/proof/mutation/program.ts";
import { type Limits, SafeHunt } from "#scripts/proof/mutation/safeHunt.ts";
import { digestOf, folder, keep } from "#scripts/proof/mutation/survey.ts";

const TILL = "contracts/Till.sol";
const TEST = "test/contracts/Till.t.sol";
const HEAD = "// SPDX-License-Identifier: Apache-2.0\npragma solidity ^0.8.37;\n";
const sources = new Map([
  [
    TILL,
    `${HEAD}contract Till {
  function count(uint256 n) external pure returns (uint256 sum) {
    uint256 i = 0;
    while (i < n) { sum = sum + 2; i += 1; }
    if (n > 7) sum = sum;
  }
}`,
  ],
  [
    TEST,
    `${HEAD}import {Till} from "../../contracts/Till.sol";
contract TillTest {
  function test_Count() public {
    require(new Till().count(3) == 6, "not counted");
  }
}`,
  ],
]);

const name = digestOf(["safe hunt", String(process.pid)]);
const compilation: Compilation = {
  tests: [{ name: TEST, digest: `${name}-tests` }],
  libraries: `${name}-libraries`,
};
const { sources: written, mutants } = instrument(sources, parse(sources), new Set());
keep(join(folder, `${name}-tests.json`), build(new Map([...written]), [TEST]));
keep(join(folder, `${name}-libraries.json`), []);
const files = ["tests.json", "tests.met.json", "libraries.json"];
after(() => {
  for (const file of files) rmSync(join(folder, `${name}-${file}`), { force: true });
});

const find = (operator: string): Mutant => {
  const found = mutants.find((each) => each.operator === operator);
  assert.ok(found, `a mutant: ${operator}`);
  return found;
};
const mistake = find("+ becomes -");
const endless = find("statement removed");
const harmless = find("> becomes >=");
const generous: Limits = { memory: 2 ** 33, tired: 2 ** 32, timesAsLong: 100, seconds: 100 };

async function hunting(limits: Limits, act: (hunt: SafeHunt) => Promise<void>): Promise<void> {
  const hunt = new SafeHunt(compilation, () => undefined, limits);
  try {
    assert.deepEqual(await hunt.prepare(), []);
    await act(hunt);
  } finally {
    hunt.end();
  }
}

test("a mistake is noticed, one that changes nothing survives, and a loop without an end comes to one", () =>
  hunting(generous, async (hunt) => {
    assert.ok(written.has(LIBRARY));
    assert.equal(await hunt.try(mistake, [TEST]), TEST);
    assert.equal(await hunt.try(harmless, [TEST]), null);
    assert.equal(await hunt.try(mistake, []), null, "nobody is asked");
    assert.equal(await hunt.try(endless, [TEST]), TEST);
  }));

test("a mutant that uses up memory or time is noticed by that, and the next one is tried in a new process", async () => {
  await hunting({ ...generous, memory: 1 }, async (hunt) => {
    assert.equal(await hunt.try(mistake, [TEST]), `${TEST} (memory)`);
    assert.equal(await hunt.try(harmless, [TEST]), `${TEST} (memory)`);
  });
  await hunting({ ...generous, seconds: 0, timesAsLong: 0 }, async (hunt) => {
    assert.equal(await hunt.try(endless, [TEST]), `${TEST} (time)`);
  });
  await hunting({ ...generous, tired: 1 }, async (hunt) => {
    assert.equal(await hunt.try(mistake, [TEST]), TEST);
    assert.equal(await hunt.try(harmless, [TEST]), null);
  });
});
