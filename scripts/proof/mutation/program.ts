// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Artifact } from "@nomicfoundation/edr";
import type { Node } from "./ast.ts";
import { build, CompileError, parse, type Sources } from "./compiler.ts";
import { instrument, LIBRARY, mutantsAt } from "./instrument.ts";
import type { Ledger } from "./ledger.ts";
import { digestOf, folder, keep, type Survey } from "./survey.ts";

/** Tests compiled together with every mutant. */
export interface Program {
  /** What was compiled of each source of tests. */
  readonly tests: ReadonlyMap<string, CompiledTests>;
  /** Libraries that tests link. */
  readonly libraries: readonly Artifact[];
}

export interface CompiledTests {
  readonly artifacts: readonly Artifact[];
  /** Names what was compiled. */
  readonly digest: string;
}

/** Names of what was compiled: it is read where it is needed, in a process of its own. */
export interface Compilation {
  readonly tests: readonly { readonly name: string; readonly digest: string }[];
  readonly libraries: string;
}

/** Builds every mutant into the contracts and compiles tests with them, or takes what an earlier run compiled from the same sources. */
export function compileTests(
  survey: Survey,
  ledger: Ledger,
  wanted: readonly string[],
  say: (line: string) => void,
): Compilation {
  const workshop = new Workshop(survey, ledger, say);
  workshop.leaveOutWhatCannotBeBuilt();
  const libraries = survey.contracts.filter((path) => path.startsWith("contracts/libraries/"));
  const named = (name: string, roots: readonly string[]) => ({
    name,
    roots,
    digest: workshop.digestOf(roots),
  });
  const linked = named("libraries", libraries);
  const tests = wanted.map((test) => named(test, [test]));
  const targets = [linked, ...tests];
  const missing = targets.filter(({ digest }) => !existsSync(fileOf(digest)));
  // A folder at a time, so that a run that is stopped loses little, and the compiler's memory is enough.
  for (const [place, group] of Map.groupBy(missing, ({ name }) => dirname(name))) {
    say(`Compiling ${group.length} files of ${place === "." ? "libraries" : place} ...`);
    const artifacts = workshop.build(group.flatMap(({ roots }) => roots));
    for (const { roots, digest } of group) {
      keep(
        fileOf(digest),
        artifacts.filter(({ id }) => roots.includes(id.source)),
      );
    }
  }
  return { tests: tests.map(({ name, digest }) => ({ name, digest })), libraries: linked.digest };
}

/** Reads what was compiled. */
export function readProgram({ tests, libraries }: Compilation): Program {
  const read = (digest: string): readonly Artifact[] => JSON.parse(readFileSync(fileOf(digest), "utf8"));
  return {
    tests: new Map(tests.map(({ name, digest }) => [name, { artifacts: read(digest), digest }] as const)),
    libraries: read(libraries),
  };
}

function fileOf(digest: string): string {
  return join(folder, `${digest}.json`);
}

/** Where mutants are built into the sources; reading the syntax trees takes long and waits until it is needed. */
class Workshop {
  private readonly survey: Survey;
  private readonly ledger: Ledger;
  private readonly say: (line: string) => void;
  private trees: ReadonlyMap<string, Node> | undefined;
  private sources: Sources | undefined;

  constructor(survey: Survey, ledger: Ledger, say: (line: string) => void) {
    this.survey = survey;
    this.ledger = ledger;
    this.say = say;
  }

  /** Compiles some sources with all mutants that the compiler can take. */
  build(roots: readonly string[]): Artifact[] {
    this.sources ??= this.instrumented();
    const reached = this.reachedBy(roots);
    return build(new Map([...this.sources].filter(([path]) => path === LIBRARY || reached.has(path))), roots);
  }

  /** Names what `build` makes of these sources. */
  digestOf(roots: readonly string[]): string {
    const reached = [...this.reachedBy(roots)].sort();
    // The numbers of the mutants depend on all contracts.
    const texts = reached.map((path) => this.survey.sources.get(path) ?? "");
    return digestOf([this.contractsDigest(), ...reached, ...texts]);
  }

  /** Finds out which mutants the compiler cannot take, and writes them down. */
  leaveOutWhatCannotBeBuilt(): void {
    const { contracts, mutants } = this.survey;
    const code = contracts.filter((path) => !/^contracts\/(interfaces|types|testing)\//.test(path));
    for (;;) {
      const mark = join(folder, `${this.contractsDigest()}.builds.json`);
      if (existsSync(mark)) return;
      const leftOut = this.leftOut();
      this.say(`Looking for mutants that cannot be built in (${leftOut.size} found) ...`);
      const sources = this.instrumented();
      try {
        build(sources, code);
        keep(mark, true);
        return;
      } catch (error) {
        const found = new Set(tooDeep(error, sources, leftOut));
        for (const mutant of mutants.filter(({ id }) => found.has(id))) this.ledger.write(mutant, false);
        this.ledger.save();
      }
    }
  }

  private instrumented(): Sources {
    this.trees ??= parse(this.survey.sources);
    return instrument(this.survey.sources, this.trees, this.leftOut()).sources;
  }

  private leftOut(): Set<number> {
    return new Set(this.survey.mutants.filter((each) => this.ledger.isLeftOut(each)).map(({ id }) => id));
  }

  private contractsDigest(): string {
    return digestOf([...this.survey.contractDigests.values(), ...[...this.leftOut()].map(String)]);
  }

  private reachedBy(roots: readonly string[]): Set<string> {
    return new Set(roots.flatMap((root) => [...this.survey.reachOf(root)]));
  }
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
