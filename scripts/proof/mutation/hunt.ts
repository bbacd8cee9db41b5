// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Artifact, SuiteResult } from "@nomicfoundation/edr";
import { failuresOf, isTest, runTests } from "../solidityTests.ts";
import { type Mutant, SWITCH } from "./mutate.ts";
import { folder, type Program } from "./program.ts";

/** Whether the tests noticed a mutant, and which test contract was the first to. */
export type Verdict = { readonly killedBy: string } | { readonly killedBy: null };

const FUZZ_RUNS = 16;

/** Tries mutants one after the other against the tests that reach them, until a test fails. */
export class Hunt {
  private readonly program: Program;
  private readonly suites: readonly Artifact[];
  private readonly libraries: readonly Artifact[];
  private readonly verdicts: Record<number, Verdict>;
  /** How often a test contract killed a mutant of a file: the best hunter goes first. */
  private readonly kills = new Map<string, number>();
  private baseline = new Set<string>();
  private seconds: Readonly<Record<string, number>> = {};

  constructor(program: Program) {
    this.program = program;
    this.suites = program.artifacts.filter(isTest);
    this.libraries = program.artifacts.filter(({ id }) => id.source.startsWith("contracts/"));
    this.verdicts = existsSync(this.file) ? JSON.parse(readFileSync(this.file, "utf8")) : {};
  }

  /** Runs every test without a mutant: what fails then (limits of gas) cannot tell anything. */
  async prepare(): Promise<void> {
    const results = await this.run(this.suites, 0);
    this.baseline = new Set(
      results.flatMap((result) => failuresOf([result]).map(({ name }) => nameOf(result, name))),
    );
    this.seconds = Object.fromEntries(
      results.map(({ id, durationNs }) => [id.source + id.name, Number(durationNs) / 1e9]),
    );
  }

  /** Tests that fail without any mutant. */
  get failingAnyway(): readonly string[] {
    return [...this.baseline];
  }

  verdictOn(mutant: Mutant): Verdict | undefined {
    return this.verdicts[mutant.id];
  }

  async try(mutant: Mutant): Promise<Verdict> {
    const known = this.verdicts[mutant.id];
    if (known) return known;
    for (const suite of this.huntersOf(mutant)) {
      const results = await this.run([suite], mutant.id);
      const failed = results.some((result) =>
        failuresOf([result]).some(({ name }) => !this.baseline.has(nameOf(result, name))),
      );
      if (failed) {
        const key = mutant.file + suite.id.name;
        this.kills.set(key, (this.kills.get(key) ?? 0) + 1);
        return this.keep(mutant, { killedBy: suite.id.name });
      }
    }
    return this.keep(mutant, { killedBy: null });
  }

  /** The test contracts that reach the mutant's file: those that killed there before, then namesakes, then the quick ones. */
  private huntersOf({ file }: Mutant): Artifact[] {
    const stem = basename(file, ".sol");
    const rank = ({ id }: Artifact): number => {
      const kills = this.kills.get(file + id.name) ?? 0;
      const isNamesake = id.name.includes(stem) || stem.includes(basename(id.source, ".t.sol"));
      return kills * 10 + (isNamesake ? 1_000 : 0) - (this.seconds[id.source + id.name] ?? 0);
    };
    return this.suites
      .filter(({ id }) => this.program.reach[id.source]?.includes(file))
      .sort((left, right) => rank(right) - rank(left));
  }

  private run(suites: readonly Artifact[], mutant: number): Promise<SuiteResult[]> {
    return runTests({
      artifacts: [...suites, ...this.libraries],
      suites: suites.map(({ id }) => id),
      hardfork: "osaka",
      fuzzRuns: FUZZ_RUNS,
      endowed: { address: SWITCH, balance: BigInt(mutant) },
    });
  }

  private keep(mutant: Mutant, verdict: Verdict): Verdict {
    this.verdicts[mutant.id] = verdict;
    mkdirSync(folder, { recursive: true });
    writeFileSync(this.file, JSON.stringify(this.verdicts));
    return verdict;
  }

  private get file(): string {
    return join(folder, `${this.program.digest}.verdicts.json`);
  }
}

function nameOf({ id }: SuiteResult, test: string): string {
  return `${id.name}.${test}`;
}
