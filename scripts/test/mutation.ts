// SPDX-License-Identifier: Apache-2.0
// `npm run test:mutation [-- --sample N] [--file WORD] [--json]`: do the tests notice small mistakes in the contracts?
import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { Hunt } from "../proof/mutation/hunt.ts";
import type { Mutant } from "../proof/mutation/mutate.ts";
import { loadProgram } from "../proof/mutation/program.ts";

const { values } = parseArgs({
  options: {
    sample: { type: "string" },
    file: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
/** Less than this of the mutants noticed fails the command. */
const LEAST_KILLED = 0.85;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const program = loadProgram(say);
const chosen = choose(program.mutants.filter(({ id }) => !program.leftOut.includes(id)));
const hunt = new Hunt(program);
say(
  `Trying ${chosen.length} of ${program.mutants.length} mutants (${program.leftOut.length} cannot be built in) ...`,
);
await hunt.prepare();
if (hunt.failingAnyway.length > 0)
  say(`Not counted, since they fail without a mutant: ${hunt.failingAnyway.join(", ")}`);

const started = performance.now();
const survivors: Mutant[] = [];
for (const [index, mutant] of chosen.entries()) {
  const { killedBy } = await hunt.try(mutant);
  if (killedBy === null) {
    survivors.push(mutant);
    say(`  survived: ${inWords(mutant)}`);
  }
  if ((index + 1) % 100 === 0) say(`  ${index + 1} tried, ${survivors.length} survived`);
}
const seconds = (performance.now() - started) / 1000;
const killed = chosen.length - survivors.length;
const share = chosen.length === 0 ? 1 : killed / chosen.length;
if (values.json) {
  process.stdout.write(`${JSON.stringify({ mutants: chosen.length, killed, survivors }, undefined, 2)}\n`);
} else {
  const percent = (share * 100).toFixed(1);
  console.log(`${killed} of ${chosen.length} mutants killed (${percent} %), ${seconds.toFixed(0)} s.`);
  for (const mutant of survivors) console.log(`  survived: ${inWords(mutant)}`);
}
process.exitCode = share < LEAST_KILLED ? 1 : 0;
// The engine keeps threads of its own.
process.exit();

/** The mutants of the wanted files; a sample is the same in every run of the same sources. */
function choose(mutants: readonly Mutant[]): Mutant[] {
  const wanted = mutants.filter(({ file }) => file.includes(values.file ?? ""));
  if (values.sample === undefined) return wanted;
  const order = ({ file, line, operator, code }: Mutant): string =>
    createHash("sha256").update(`${file}:${line}:${operator}:${code}`).digest("hex");
  return wanted.sort((left, right) => (order(left) < order(right) ? -1 : 1)).slice(0, Number(values.sample));
}

function inWords({ file, line, where, operator, code }: Mutant): string {
  return `${file}:${line} ${where}: ${operator}: ${code}`;
}
