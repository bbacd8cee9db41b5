// SPDX-License-Identifier: Apache-2.0
// `npm run test:coverage`: fails when a line of contracts/ is run by no test and excused by no comment `// not covered: REASON`.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildContracts } from "../house/contracts.ts";
import { projectFolder, run } from "../house/run.ts";
import { sign } from "../house/terminal.ts";
import { findUncovered } from "../proof/coverage.ts";

const tests = globSync("test/contracts/**/*.t.sol", { cwd: projectFolder }).sort();
const tested = await run("hardhat", ["--coverage", "test", "solidity", ...tests]);
const lcov = tested.succeeded ? readFileSync(join(projectFolder, "coverage", "lcov.info"), "utf8") : "";
// An instrumented build costs several times the gas: nothing must be measured with it.
await run("hardhat", ["clean"]);
await buildContracts();

if (!tested.succeeded) {
  console.log(tested.output.slice(tested.output.search(/^\s*\d+ failing/m)));
  process.exitCode = 1;
} else {
  const { lines, uncovered } = findUncovered(lcov, (path) => readFileSync(join(projectFolder, path), "utf8"));
  for (const place of uncovered) console.log(`${sign.failed} ${place} is run by no test`);
  const percent = lines === 0 ? 0 : ((lines - uncovered.length) / lines) * 100;
  console.log(`${percent.toFixed(2)} % of ${lines} lines of contracts/ are covered.`);
  if (uncovered.length > 0 || lines === 0) {
    console.log("Write the test, or excuse the line with a comment: // not covered: REASON");
    process.exitCode = 1;
  }
}
