// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Mutant } from "./mutate.ts";
import type { Survey } from "./survey.ts";

/** How a mutant was noticed, unless a test failed: it kept tests from ending within memory or time, or ended the program that ran them. */
export type Havoc = "memory" | "time" | "crash";

/** What noticed a mutant: the test file that failed, or with `(memory)` and so on behind it, which it made run wild. */
export type Catch = string;

/**
 * What is known of a mutant: what noticed it; or the test files that have not been tried on it since they changed, none if
 * it survived them all; `false` if it cannot be built in; `null` if nothing is known.
 */
type Entry = Catch | readonly string[] | false | null;

/** Writes down a mutant that ran wild under the tests of a file. */
export function wild(file: string, havoc: Havoc): Catch {
  return `${file} (${havoc})`;
}

/** Whether the mutant was noticed by running wild. */
export function isWild(caught: Catch): boolean {
  return caught.endsWith(")");
}

/** The ledger as a file: entries in the order of the mutants of each contract, and the sources that they hold for. */
interface Page {
  readonly contracts: Readonly<Record<string, string>>;
  readonly tests: Readonly<Record<string, string>>;
  readonly mutants: Readonly<Record<string, readonly Entry[]>>;
}

/** What has been found out about each mutant, from one run to the next. A verdict holds until a source that it rests on changes. */
export class Ledger {
  private readonly file: string;
  private readonly survey: Survey;
  private readonly entries = new Map<string, Entry[]>();
  /** The place of each mutant among those of its contract. */
  private readonly places = new Map<Mutant, number>();

  constructor(file: string, survey: Survey, isFresh: boolean) {
    this.file = file;
    this.survey = survey;
    for (const mutant of survey.mutants) {
      const among = this.entries.get(mutant.file) ?? [];
      this.places.set(mutant, among.length);
      this.entries.set(mutant.file, [...among, null]);
    }
    if (!isFresh && existsSync(file)) this.take(JSON.parse(readFileSync(file, "utf8")));
  }

  /** What noticed the mutant, `null` if nothing does; `undefined` while that is not known. */
  verdictOn(mutant: Mutant): Catch | null | undefined {
    const entry = this.entryOf(mutant);
    if (typeof entry === "string") return entry;
    return Array.isArray(entry) && entry.length === 0 ? null : undefined;
  }

  /** Whether the mutant is one of those that the compiler cannot take. */
  isLeftOut(mutant: Mutant): boolean {
    return this.entryOf(mutant) === false;
  }

  /** The test files that may notice the mutant and have not been tried on it as they are. */
  untriedOn(mutant: Mutant): readonly string[] {
    const entry = this.entryOf(mutant);
    return Array.isArray(entry) ? entry : this.testsOf(mutant.file);
  }

  write(mutant: Mutant, verdict: Catch | null | false): void {
    const among = this.entries.get(mutant.file) ?? [];
    among[this.places.get(mutant) ?? 0] = verdict ?? [];
  }

  save(): void {
    const { contractDigests, tests } = this.survey;
    const line = ([file, entries]: readonly [string, readonly Entry[]]): string =>
      `    ${JSON.stringify(file)}: ${JSON.stringify(entries)}`;
    const digests = (named: Iterable<readonly [string, string]>): string =>
      [...named].map(([name, digest]) => `    ${JSON.stringify(name)}: "${digest}"`).join(",\n");
    writeFileSync(
      this.file,
      `{
  "contracts": {
${digests([...contractDigests].filter(([file]) => this.entries.has(file)))}
  },
  "tests": {
${digests([...tests].map(([test, { digest }]) => [test, digest] as const))}
  },
  "mutants": {
${[...this.entries].map(line).join(",\n")}
  }
}
`,
    );
  }

  /** Takes over what an earlier run found out, as far as it still holds. */
  private take(page: Page): void {
    const { contractDigests, tests } = this.survey;
    const changed = new Set(
      [...tests].filter(([test, { digest }]) => page.tests[test] !== digest).map(([test]) => test),
    );
    for (const [file, entries] of this.entries) {
      const known = page.mutants[file];
      if (known === undefined || page.contracts[file] !== contractDigests.get(file)) continue;
      const again = this.testsOf(file).filter((test) => changed.has(test));
      const stillHolds = (entry: Entry): Entry => {
        if (typeof entry === "string") {
          const [test = ""] = entry.split(" ");
          return tests.has(test) && !changed.has(test) ? entry : null;
        }
        if (!Array.isArray(entry)) return entry;
        return [...new Set([...entry.filter((test) => tests.has(test)), ...again])];
      };
      this.entries.set(
        file,
        entries.map((_, place) => stillHolds(known[place] ?? null)),
      );
    }
  }

  private entryOf(mutant: Mutant): Entry {
    return this.entries.get(mutant.file)?.[this.places.get(mutant) ?? 0] ?? null;
  }

  private testsOf(file: string): string[] {
    return [...this.survey.tests].filter(([, { reach }]) => reach.has(file)).map(([test]) => test);
  }
}
