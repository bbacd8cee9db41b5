// SPDX-License-Identifier: Apache-2.0
// `npm run check:slither`: Slither's findings of high and medium impact, but for those that docs/slither.md gives a reason for.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, run } from "../house/run.ts";
import { sign } from "../house/terminal.ts";
import { writeBuildInfo } from "../proof/buildInfo.ts";
import { readReasons, sortFindings } from "./slitherFindings.ts";

const VERSION = "0.11.6";
const WINDOWS = process.platform === "win32";
const environment = join(projectFolder, ".annona", "slither-python");
const binary = (name: string): string =>
  join(environment, WINDOWS ? "Scripts" : "bin", WINDOWS ? `${name}.exe` : name);

process.exitCode = await checkContracts();

async function checkContracts(): Promise<number> {
  const problem = await install();
  if (problem !== undefined) {
    console.log(`${sign.skipped} Slither did not run: ${problem}`);
    return 0;
  }
  const folder = writeBuildInfo();
  const file = join(folder, "findings.json");
  rmSync(file, { force: true });
  const { output } = await run(binary("slither"), [
    ".",
    "--compile-force-framework=hardhat",
    "--ignore-compile",
    `--hardhat-artifacts-directory=${folder}`,
    "--filter-paths=node_modules",
    "--exclude-informational",
    "--exclude-low",
    "--exclude-optimization",
    `--json=${file}`,
  ]);
  if (!existsSync(file)) {
    console.log(`${sign.failed} Slither broke down:\n${output}`);
    return 1;
  }
  const report = JSON.parse(readFileSync(file, "utf8"));
  const reasons = readReasons(readFileSync(join(projectFolder, "docs", "slither.md"), "utf8"));
  const { open, stale } = sortFindings(report.results.detectors ?? [], reasons);
  for (const finding of open) {
    console.log(`${sign.failed} ${finding.impact}, ${finding.check}: ${finding.description.trim()}`);
  }
  for (const reason of stale)
    console.log(
      `${sign.failed} docs/slither.md excuses ${reason.check} in ${reason.place}: not found any more`,
    );
  if (open.length + stale.length > 0) {
    console.log("\nMend the contract, or give the reason in docs/slither.md.");
    return 1;
  }
  console.log(`${sign.passed} Slither ${VERSION}: nothing of high or medium impact without a reason`);
  return 0;
}

/** Sets up Slither in a Python environment of its own; returns why that is not possible here. */
async function install(): Promise<string | undefined> {
  if (existsSync(binary("slither"))) return undefined;
  const python = WINDOWS ? "python" : "python3";
  try {
    const made = await run(python, ["-m", "venv", environment]);
    if (!made.succeeded) return `Python cannot make a virtual environment here (${lastLine(made.output)}).`;
  } catch {
    return "there is no Python here; install Python 3.10 or newer to run it.";
  }
  const installed = await run(binary("pip"), ["install", "--quiet", `slither-analyzer==${VERSION}`]);
  return installed.succeeded ? undefined : `pip could not install it (${lastLine(installed.output)}).`;
}

function lastLine(output: string): string {
  return output.trim().split("\n").at(-1) ?? "";
}
