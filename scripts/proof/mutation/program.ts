// SPDX-License-Identifier: Apache-2.0
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Artifact } from "@nomicfoundation/edr";
import { projectFolder } from "../../house/run.ts";
import { build, CompileError, importsOf, parse, readWithImports, type Sources } from "./compiler.ts";
import { instrument, mutantsAt } from "./instrument.ts";
import type { Mutant } from "./mutate.ts";

/** Everything that a run needs: the mutants, and tests compiled with all of them built in. */
export interface Program {
  /** Names the sources and this tool: results of another digest do not count. */
  readonly digest: string;
  readonly mutants: readonly Mutant[];
  /** Mutants that the compiler could not take together with the others. */
  readonly leftOut: readonly number[];
  readonly artifacts: readonly Artifact[];
  /** Sources that each test reaches by its imports, by the test's source. */
  readonly reach: Readonly<Record<string, readonly string[]>>;
}

/** Where compiled programs and results are kept between runs; git ignores it. */
export const folder = join(projectFolder, ".annona", "mutation");

/** Reads the sources, builds every mutant in and compiles, or takes what an earlier run compiled from the same sources. */
export function loadProgram(say: (line: string) => void): Program {
  const tests = globSync("test/contracts/**/*.t.sol", { cwd: projectFolder }).sort();
  const contracts = globSync("contracts/**/*.sol", { cwd: projectFolder }).sort();
  const sources = readWithImports([...tests, ...contracts]);
  const tool = globSync("scripts/proof/mutation/{ast,compiler,edits,instrument,mutate}.ts", {
    cwd: projectFolder,
  }).sort();
  const hash = createHash("sha256");
  for (const [path, text] of [...sources].sort()) hash.update(path).update(text);
  for (const path of tool) hash.update(readFileSync(join(projectFolder, path)));
  const digest = hash.digest("hex").slice(0, 16);

  const kept = join(folder, `${digest}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  say("Building every mutant into the contracts and compiling them once (some minutes) ...");
  const program = compileAll(sources, tests, contracts, digest);
  mkdirSync(folder, { recursive: true });
  writeFileSync(kept, JSON.stringify(program));
  return program;
}

function compileAll(sources: Sources, tests: string[], contracts: string[], digest: string): Program {
  const trees = parse(sources);
  const leftOut = new Set<number>();
  const compiled = (roots: readonly string[]): Artifact[] => {
    for (;;) {
      const { sources: instrumented } = instrument(sources, trees, leftOut);
      try {
        return build(instrumented, roots);
      } catch (error) {
        for (const id of tooDeep(error, instrumented, leftOut)) leftOut.add(id);
      }
    }
  };
  // The contracts first: what cannot be built shows up there in less time than with the tests.
  compiled(contracts.filter((path) => /programmes|governance|accounts|funding|agreements/.test(path)));
  const libraries = contracts.filter((path) => path.startsWith("contracts/libraries/"));
  return {
    digest,
    mutants: instrument(sources, trees, leftOut).mutants,
    leftOut: [...leftOut],
    artifacts: compiled([...tests, ...libraries]),
    reach: Object.fromEntries(tests.map((test) => [test, reachedFrom(test, sources)])),
  };
}

/** The mutants that made a function too deep for the stack. */
function tooDeep(error: unknown, sources: Sources, leftOut: ReadonlySet<number>): number[] {
  if (!(error instanceof CompileError)) throw error;
  const [problem] = error.problems;
  const place = problem?.sourceLocation;
  if (!place || !/Stack too deep/.test(problem.formattedMessage)) throw error;
  const ids = mutantsAt(sources.get(place.file) ?? "", place.start).filter((id) => !leftOut.has(id));
  if (ids.length === 0) throw error;
  return ids;
}

function reachedFrom(test: string, sources: Sources): string[] {
  const reached = new Set<string>();
  const take = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const imported of importsOf(path, sources.get(path) ?? "")) take(imported);
  };
  take(test);
  return [...reached].filter((path) => path.startsWith("contracts/"));
}
