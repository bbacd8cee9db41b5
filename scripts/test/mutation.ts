// SPDX-License-Identifier: Apache-2.0
// `npm run test:mutation [-- --only WORD] [--sample N [--seed S]] [--known | --fresh] [--processes N] [--json]`: do the tests notice small mistakes?
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectFolder } from "../house/run.ts";
import { isWild, Ledger } from "../proof/mutation/ledger.ts";
import type { Mutant } from "../proof/mutation/mutate.ts";
import { compileTests } from "../proof/mutation/program.ts";
import { readReasons, reasonFor } from "../proof/mutation/reasons.ts";
import { SafeHunt } from "../proof/mutation/safeHunt.ts";
import { takeSurvey } from "../proof/mutation/survey.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    sample: { type: "string" },
    seed: { type: "string", default: "" },
    known: { type: "boolean", default: false },
    fresh: { type: "boolean", default: false },
    processes: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
/** Less than this of the mutants noticed fails the command. */
const LEAST_KILLED = 0.85;
const pathOf = (name: string): string => join(projectFolder, "docs", name);

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const survey = takeSurvey();
const ledger = new Ledger(pathOf("mutation-verdicts.json"), survey, values.fresh);
if (!values.known)
  await tryAll(choose(survey.mutants).filter((each) => ledger.verdictOn(each) === undefined));
report();

/** Tries mutants of which nothing is known; what is found out about each is kept at once. */
async function tryAll(open: readonly Mutant[]): Promise<void> {
  const files = new Set(open.filter((each) => !ledger.isLeftOut(each)).map(({ file }) => file));
  if (files.size === 0) return;
  const tests = [...survey.tests].filter(([, { reach }]) => [...files].some((file) => reach.has(file)));
  const compilation = compileTests(
    survey,
    ledger,
    tests.map(([test]) => test),
    say,
  );
  const hunt = new SafeHunt(compilation, say);
  say(`Running the tests of ${tests.length} files without a mutant ...`);
  const failingAnyway = await hunt.prepare();
  if (failingAnyway.length > 0)
    say(`Not asked, since they fail without a mutant: ${failingAnyway.join(", ")}`);

  const todo = open.filter((each) => !ledger.isLeftOut(each));
  say(`Trying ${todo.length} mutants ...`);
  const started = performance.now();
  const waiting = todo.values();
  const others = Array.from(
    { length: Number(values.processes) - 1 },
    () => new SafeHunt(compilation, () => undefined),
  );
  let tried = 0;
  const work = async (one: SafeHunt): Promise<void> => {
    for (const mutant of waiting) {
      await tryOne(one, mutant);
      tried += 1;
      if (tried % 50 === 0) say(`  ${tried} tried in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    }
    one.end();
  };
  await Promise.all([hunt, ...others].map(work));
}

async function tryOne(hunt: SafeHunt, mutant: Mutant): Promise<void> {
  const caught = await hunt.try(mutant, ledger.untriedOn(mutant));
  ledger.write(mutant, caught);
  ledger.save();
  if (caught === null) say(`  survived: ${inWords(mutant)}`);
  else if (isWild(caught)) say(`  ran wild: ${inWords(mutant)}: ${caught}`);
}

function report(): void {
  const chosen = choose(survey.mutants);
  const tried = chosen.filter((each) => ledger.verdictOn(each) !== undefined);
  const reasons = readReasons(readFileSync(pathOf("mutation.md"), "utf8"));
  const survivors = tried
    .filter((each) => ledger.verdictOn(each) === null)
    .map((each) => ({ ...each, reason: reasonFor(each, reasons) }));
  const killed = tried.length - survivors.length;
  const share = tried.length === 0 ? 1 : killed / tried.length;
  if (values.json) {
    const found = { mutants: tried.length, killed, survivors, untried: chosen.length - tried.length };
    process.stdout.write(`${JSON.stringify(found, undefined, 2)}\n`);
  } else {
    const leftOut = survey.mutants.filter((each) => ledger.isLeftOut(each)).length;
    const percent = (share * 100).toFixed(1);
    const wild = tried.filter((each) => isWild(ledger.verdictOn(each) ?? "")).length;
    console.log(
      `${killed} of ${tried.length} mutants killed (${percent} %), ${wild} of them by running wild.`,
    );
    console.log(`${chosen.length - tried.length} not tried; ${leftOut} of all cannot be built in.`);
    for (const each of survivors)
      console.log(`  survived: ${inWords(each)} (${each.reason ?? "no reason yet"})`);
  }
  process.exitCode = share < LEAST_KILLED ? 1 : 0;
}

/** The mutants of the wanted files that can be built in; a sample is the same in every run of the same sources and seed. */
function choose(mutants: readonly Mutant[]): Mutant[] {
  const wanted = mutants.filter((each) => each.file.includes(values.only) && !ledger.isLeftOut(each));
  if (values.sample === undefined) return wanted;
  const order = ({ file, line, operator, code }: Mutant): string =>
    createHash("sha256").update(`${values.seed}${file}:${line}:${operator}:${code}`).digest("hex");
  return wanted.sort((left, right) => (order(left) < order(right) ? -1 : 1)).slice(0, Number(values.sample));
}

function inWords({ file, line, where, operator, code }: Mutant): string {
  return `${file}:${line} ${where}: ${operator}: ${code}`;
}
