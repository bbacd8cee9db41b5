// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Artifact } from "@nomicfoundation/edr";
import { failuresOf, isTest, runTests } from "../solidityTests.ts";
import { RECORDING, SWITCH } from "./mutate.ts";
import type { CompiledTests, Program } from "./program.ts";
import { FUZZ_RUNS, folder, keep } from "./survey.ts";

/** A test, and the mutants that it meets on its way: only those can change how it ends. */
export interface Encounter {
  readonly suite: string;
  readonly test: string;
  readonly seconds: number;
  /** More gas than this the test does not get with a mutant: a loop without an end must come to one. */
  readonly gasLimit: number;
  /** Fails without any mutant, for want of gas, and so cannot tell anything. */
  readonly failsAnyway: boolean;
  readonly mutants: readonly number[];
}

/** For most tests, setting up included, the first is enough; a few need the second. */
const GAS_LIMITS = [50_000_000, 1_000_000_000] as const;
/** With a mutant a test may take so many times as much: what only costs more must not look like a mistake. */
const PATIENCE = 4;

/** Runs every test of a source once and records which mutants it meets, or takes what an earlier run recorded. */
export async function recordEncounters(compiled: CompiledTests, program: Program): Promise<Encounter[]> {
  const file = join(folder, `${compiled.digest}.met.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const encounters: Encounter[] = [];
  for (const suite of compiled.artifacts.filter(isTest)) {
    for (const test of testsIn(suite)) encounters.push(await recordOne(suite, test, program.libraries));
  }
  keep(file, encounters);
  return encounters;
}

/** Matches exactly these tests. */
export function patternFor(tests: readonly string[]): string {
  return `^(${tests.join("|")})(\\(|$)`;
}

async function recordOne(suite: Artifact, test: string, libraries: readonly Artifact[]): Promise<Encounter> {
  const [little, much] = GAS_LIMITS;
  const met = await recordWithin(little, suite, test, libraries);
  return met.failsAnyway ? recordWithin(much, suite, test, libraries) : met;
}

async function recordWithin(
  gasLimit: number,
  suite: Artifact,
  test: string,
  libraries: readonly Artifact[],
): Promise<Encounter> {
  const met = new Set<number>();
  const start = performance.now();
  const results = await runTests({
    artifacts: [suite, ...libraries],
    suites: [suite.id],
    hardfork: "osaka",
    fuzzRuns: FUZZ_RUNS,
    gasLimit: BigInt(gasLimit),
    pattern: patternFor([test]),
    endowed: { address: SWITCH, balance: RECORDING },
    onReports: (reports) => {
      for (const report of reports) met.add(Number(`0x${Buffer.from(report).toString("hex")}`));
    },
  });
  return {
    suite: suite.id.name,
    test,
    seconds: (performance.now() - start) / 1000,
    gasLimit: gasLimit * PATIENCE,
    failsAnyway: failuresOf(results).length > 0,
    mutants: [...met].sort((a, b) => a - b),
  };
}

function testsIn({ contract }: Artifact): string[] {
  const abi: readonly { readonly type: string; readonly name?: string }[] = JSON.parse(contract.abi);
  return abi.flatMap(({ type, name = "" }) => (type === "function" && /^test/.test(name) ? [name] : []));
}
