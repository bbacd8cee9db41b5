// SPDX-License-Identifier: Apache-2.0
import type { Artifact } from "@nomicfoundation/edr";
import { failuresOf, runTests } from "../solidityTests.ts";
import { type Encounter, patternFor, recordEncounters } from "./encounters.ts";
import { type Mutant, SWITCH } from "./mutate.ts";
import type { Program } from "./program.ts";
import { FUZZ_RUNS } from "./survey.ts";

/** A test that meets a mutant, with all that running it needs. */
interface Hunter extends Encounter {
  readonly file: string;
  readonly artifact: Artifact;
}

/** Tests of one contract that are run together on a mutant. */
export interface Turn {
  readonly file: string;
  /** How long they took without a mutant. */
  readonly seconds: number;
}

/** Tries mutants one after the other on the tests that meet them, until a test fails. */
export class Hunt {
  private readonly program: Program;
  private readonly onTurn: (turn: Turn) => void;
  private readonly hunters: Hunter[] = [];
  private readonly byMutant = new Map<number, Hunter[]>();
  /** How often a test noticed mutants of a function: the best hunter goes first. */
  private readonly kills = new Map<string, number>();

  /** @param onTurn Is told before tests are run on a mutant. */
  constructor(program: Program, onTurn: (turn: Turn) => void) {
    this.program = program;
    this.onTurn = onTurn;
  }

  /** Runs every test without a mutant, to see what it meets. */
  async prepare(say: (line: string) => void): Promise<void> {
    for (const [file, compiled] of this.program.tests) {
      say(`  ${file}`);
      for (const encounter of await recordEncounters(compiled, this.program)) {
        const artifact = compiled.artifacts.find(({ id }) => id.name === encounter.suite);
        if (artifact) this.hunters.push({ ...encounter, file, artifact });
      }
    }
    for (const hunter of this.hunters.filter(({ failsAnyway }) => !failsAnyway)) {
      for (const id of hunter.mutants) this.byMutant.set(id, [...(this.byMutant.get(id) ?? []), hunter]);
    }
  }

  /** Tests that fail without any mutant. */
  get failingAnyway(): string[] {
    return this.hunters.filter(({ failsAnyway }) => failsAnyway).map(({ suite, test }) => `${suite}.${test}`);
  }

  /** The source of the first test that notices a mutant, of those that may be asked; `null` if none does. */
  async try(mutant: Mutant, files: readonly string[]): Promise<string | null> {
    const hunters = (this.byMutant.get(mutant.id) ?? [])
      .filter(({ file }) => files.includes(file))
      .sort((a, b) => this.rank(b, mutant) - this.rank(a, mutant) || a.seconds - b.seconds);
    // The likeliest one alone, then a few, then the others of each contract together, which share the setting up.
    const turns = [hunters.slice(0, 1), hunters.slice(1, 6), hunters.slice(6)].flatMap((some) => [
      ...Map.groupBy(
        some,
        ({ artifact, gasLimit }) => `${artifact.id.source}:${artifact.id.name} ${gasLimit}`,
      ).values(),
    ]);
    for (const turn of turns) {
      const caught = await this.firstToFail(turn, mutant);
      if (caught === undefined) continue;
      for (const key of keysOf(caught, mutant)) this.kills.set(key, (this.kills.get(key) ?? 0) + 1);
      return caught.file;
    }
    return null;
  }

  private async firstToFail(hunters: readonly Hunter[], mutant: Mutant): Promise<Hunter | undefined> {
    const [first] = hunters;
    if (first === undefined) return undefined;
    this.onTurn({ file: first.file, seconds: hunters.reduce((sum, { seconds }) => sum + seconds, 0) });
    const results = await runTests({
      artifacts: [first.artifact, ...this.program.libraries],
      suites: [first.artifact.id],
      hardfork: "osaka",
      fuzzRuns: FUZZ_RUNS,
      gasLimit: BigInt(first.gasLimit),
      pattern: patternFor(hunters.map(({ test }) => test)),
      endowed: { address: SWITCH, balance: BigInt(mutant.id) },
    });
    const [failed] = failuresOf(results);
    // Setting up may fail, too, and has a name of its own.
    return failed && (hunters.find(({ test }) => failed.name.startsWith(`${test}(`)) ?? first);
  }

  private rank(hunter: Hunter, mutant: Mutant): number {
    const [inFunction = 0, inFile = 0] = keysOf(hunter, mutant).map((key) => this.kills.get(key));
    // Tests are named after the function that they test.
    const isNamesake = hunter.test.toLowerCase().includes(`_${mutant.where.toLowerCase()}_`);
    return inFunction * 100 + inFile + (isNamesake ? 150 : 0);
  }
}

function keysOf({ suite, test }: Hunter, { file, where }: Mutant): string[] {
  return [`${suite}.${test} ${file} ${where}`, `${suite}.${test} ${file}`];
}
