// SPDX-License-Identifier: Apache-2.0
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../house/run.ts";
import { importsOf, parse, readWithImports, type Sources } from "./compiler.ts";
import { instrument } from "./instrument.ts";
import type { Mutant } from "./mutate.ts";

/** What there is to try: the sources as they are, their mutants, and the tests that could notice them. */
export interface Survey {
  readonly sources: Sources;
  readonly contracts: readonly string[];
  /** Every mutant, in the order of its number. */
  readonly mutants: readonly Mutant[];
  /** The tests by their source. */
  readonly tests: ReadonlyMap<string, TestFile>;
  /** What a source reaches by its imports, itself among it. */
  readonly reachOf: (path: string) => ReadonlySet<string>;
  /** Names each contract together with this tool: a mutant's place among those of its contract holds as long as this does. */
  readonly contractDigests: ReadonlyMap<string, string>;
}

/** A source of tests. */
export interface TestFile {
  /** The sources that it reaches by its imports, its own among them. */
  readonly reach: ReadonlySet<string>;
  /** Names everything that decides how its tests end: all that it reaches, and this tool. */
  readonly digest: string;
}

/** How often each fuzz test is tried with a mutant. */
export const FUZZ_RUNS = 16;
/** Where compiled programs are kept between runs; git ignores it. */
export const folder = join(projectFolder, ".annona", "mutation");

/** Reads the sources and finds the places for mistakes in them. */
export function takeSurvey(): Survey {
  const tests = globSync("test/contracts/**/*.t.sol", { cwd: projectFolder }).sort();
  const contracts = globSync("contracts/**/*.sol", { cwd: projectFolder }).sort();
  const sources = readWithImports([...tests, ...contracts]);
  const tool = toolDigest();
  const contractTexts = [...sources].filter(([path]) => path.startsWith("contracts/")).sort();
  const found = join(folder, `${digestOf([tool, ...contractTexts.flat()])}.mutants.json`);
  const reachOf = (path: string): ReadonlySet<string> => reachedFrom(path, sources);
  if (!existsSync(found)) keep(found, mutantsIn(sources));
  return {
    sources,
    contracts,
    mutants: JSON.parse(readFileSync(found, "utf8")),
    tests: new Map(
      tests.map((test) => {
        const reach = reachOf(test);
        const texts = [...reach].sort().flatMap((path) => [path, sources.get(path) ?? ""]);
        return [test, { reach, digest: digestOf([tool, String(FUZZ_RUNS), ...texts]) }];
      }),
    ),
    reachOf,
    contractDigests: new Map(contracts.map((path) => [path, digestOf([tool, sources.get(path) ?? ""])])),
  };
}

/** Keeps something between runs. */
export function keep(file: string, made: unknown): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(made));
}

/** A short name for some texts in their order. */
export function digestOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("hex").slice(0, 12);
}

function mutantsIn(sources: Sources): readonly Mutant[] {
  return instrument(sources, parse(sources), new Set()).mutants;
}

function toolDigest(): string {
  const files = globSync("scripts/proof/mutation/{ast,compiler,edits,instrument,mutate}.ts", {
    cwd: projectFolder,
  });
  return digestOf(files.sort().map((path) => readFileSync(join(projectFolder, path), "utf8")));
}

function reachedFrom(test: string, sources: Sources): Set<string> {
  const reached = new Set<string>();
  const take = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const imported of importsOf(path, sources.get(path) ?? "")) take(imported);
  };
  take(test);
  return reached;
}
