// SPDX-License-Identifier: Apache-2.0
// `npm run check`: format, lint, types and the rules of the house. Independent steps run side by side.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildContracts } from "../house/contracts.ts";
import { findLockfileGaps } from "../house/lockfile.ts";
import { type Finished, projectFolder, run } from "../house/run.ts";
import { readSources, type SourceFile } from "../house/sources.ts";
import { indented, secondsSince, sign } from "../house/terminal.ts";
import { findUnasserted, readDeclared } from "./assertions.ts";
import { findCircles } from "./circles.ts";
import { findBrokenManners, findLongFiles, findMachinePaths } from "./files.ts";
import { findOversized, readSizes } from "./sizes.ts";
import { findLayoutChanges } from "./storage/index.ts";
import { findTreeDifferences } from "./trees.ts";
import { findBrokenWalls } from "./walls.ts";

const SOLIDITY = ["contracts/**/*.sol", "test/**/*.sol"];

let failures = 0;

/** Runs one step and prints its line as soon as it is done. */
async function step(name: string, work: () => Promise<Finished>): Promise<void> {
  const start = performance.now();
  const { succeeded, output } = await work();
  if (!succeeded) failures += 1;
  console.log(
    `  ${succeeded ? sign.passed : sign.failed} ${name.padEnd(28)}${secondsSince(start).padStart(8)}`,
  );
  if (!succeeded) console.log(`\n${indented(output, 6)}\n`);
}

function findings(lines: readonly string[]): Promise<Finished> {
  return Promise.resolve({ succeeded: lines.length === 0, output: lines.join("\n") });
}

async function readAliases(): Promise<Record<string, string>> {
  const { imports } = JSON.parse(await readFile(join(projectFolder, "package.json"), "utf8"));
  return imports;
}

async function checkHouse(files: readonly SourceFile[]): Promise<void> {
  const aliases = await readAliases();
  await step("directions of imports", () =>
    findings([...findBrokenWalls(files, aliases), ...findCircles(files, aliases)]),
  );
  await step("lockfile", async () => findings(await findLockfileGaps()));
  await step("storage layout", async () => findings(await findLayoutChanges(files)));
  await step("length of files", () => findings(findLongFiles(files)));
  await step("paths of one machine", () => findings(findMachinePaths(files)));
  await step("test plans and tests", () => findings(findTreeDifferences(files)));
  await step("licence, assembly, silencing", () => findings(findBrokenManners(files)));
}

const start = performance.now();
const files = await readSources();
const solidity = files.some((file) => file.path.endsWith(".sol"));

console.log("Checking the project");
await Promise.all([
  checkHouse(files),
  step("format and lint", () => run("biome", ["ci", "--colors=off", "--error-on-warnings"])),
  // The types need the bindings, and the assertions the ABIs, which the build of the contracts writes.
  step("contracts and bindings", buildContracts).then(async () => {
    await step("errors and events asserted", () => findings(findUnasserted(readDeclared(), files)));
    await step("sizes of contracts", () => findings(findOversized(readSizes())));
    await step("types", () => run("tsc", ["--noEmit"]));
  }),
  solidity && step("Solidity format", () => run("prettier", ["--check", ...SOLIDITY])),
  solidity &&
    step("Solidity lint", () =>
      run("solhint", ["--noPoster", "--disc", "--max-warnings", "0", "contracts/**/*.sol"]),
    ),
]);

if (failures > 0) {
  console.log(
    `\n${failures} ${failures === 1 ? "check" : "checks"} failed (\`npm run format\` mends formatting).`,
  );
  process.exitCode = 1;
} else {
  console.log(`\nAll checks passed in ${secondsSince(start)}.`);
}
