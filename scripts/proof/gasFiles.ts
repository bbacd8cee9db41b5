// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, run } from "../house/run.ts";
import { deployedContracts, type GasSnapshot, measure, transactionsIn, unmeasured } from "./gas.ts";
import { replay } from "./replay.ts";
import { isTest, readArtifacts, runTests, withoutInterface } from "./solidityTests.ts";

/** Gas by what it is for. */
type Figures = Readonly<Record<string, number>>;

/** The committed figures: every state-changing function on today's rules and on the next ones, every path of the bench on the next. */
export interface Figured {
  readonly osaka: GasSnapshot;
  readonly amsterdam: GasSnapshot;
  /** Gas a household, or a call, of each path of `npm run bench:gas` on amsterdam. */
  readonly bench: Figures;
}

/** A figure may grow by so much of itself before the check fails. */
const TOLERANCE = 0.01;
const PREFIX = "amsterdam.";

/**
 * Measures everything anew.
 *
 * @throws when the contracts or their tests cannot be built, or a state-changing function is run by no test.
 */
export async function measureAll(): Promise<Figured> {
  await succeed("hardhat", ["build"]);
  const artifacts = readArtifacts();
  const suites = artifacts.filter((each) => isTest(each) && /test\/contracts\//.test(each.id.source));
  const results = await runTests({
    artifacts: artifacts.map(withoutInterface),
    suites: suites.map(({ id }) => id),
    hardfork: "osaka",
    fuzzRuns: 0,
    traced: true,
  });
  const contracts = deployedContracts(artifacts);
  const osaka = measure(contracts, transactionsIn(results));
  // Hardhat's test runner knows the prices of today only; those of the next fork are charged by its simulated network, as in the bench.
  const { transactions, strayed } = await replay("amsterdam", results);
  for (const test of strayed) console.log(`not sent again on amsterdam: ${test}`);
  const amsterdam = measure(contracts, transactions);
  const missing = [...unmeasured(contracts, osaka), ...unmeasured(contracts, amsterdam)];
  if (missing.length > 0) throw new Error(`No test runs ${missing.join(", ")} to the end: add one.`);
  const printed = await succeed("node", ["scripts/bench/gas.ts", "--json"]);
  // Hardhat warns before it that the fork is a preview.
  const rows = JSON.parse(printed.slice(printed.indexOf("{")));
  const bench = Object.entries(rows as Figures)
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([name, gas]) => [name.slice(PREFIX.length), gas] as const);
  return { osaka, amsterdam, bench: Object.fromEntries(bench) };
}

export function readFigures(): Figured {
  const read = (fork: string) => JSON.parse(readFileSync(fileOf(fork), "utf8"));
  return { osaka: read("osaka"), amsterdam: read("amsterdam"), bench: read("bench") };
}

export function writeFigures(figured: Figured): void {
  for (const [fork, figures] of Object.entries(figured)) {
    writeFileSync(fileOf(fork), `${JSON.stringify(figures, undefined, 2)}\n`);
  }
}

/** What grew above the tolerance, is new or is gone, as lines for people. */
export function compare(committed: Figured, measured: Figured): string[] {
  return [
    ...differences("osaka, dearest call of", committed.osaka.most, measured.osaka.most),
    ...differences("osaka, cheapest call of", committed.osaka.least, measured.osaka.least),
    ...differences("amsterdam, dearest call of", committed.amsterdam.most, measured.amsterdam.most),
    ...differences("amsterdam, cheapest call of", committed.amsterdam.least, measured.amsterdam.least),
    ...differences("amsterdam, bench", committed.bench, measured.bench),
  ];
}

function differences(place: string, before: Figures, after: Figures): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    if (old === undefined) return [`${place} ${name}: ${now} gas, not in the snapshot yet`];
    if (now === undefined) return [`${place} ${name}: in the snapshot, but not measured any more`];
    const percent = ((now / old - 1) * 100).toFixed(1);
    return now > old * (1 + TOLERANCE) ? [`${place} ${name}: ${old} -> ${now} gas (+${percent} %)`] : [];
  });
}

function fileOf(fork: string): string {
  return join(projectFolder, "test", "gas", `${fork}.json`);
}

async function succeed(program: string, args: readonly string[]): Promise<string> {
  const { succeeded, output } = await run(program, args);
  if (!succeeded) throw new Error(`${program} ${args.join(" ")} failed:\n${output}`);
  return output;
}
