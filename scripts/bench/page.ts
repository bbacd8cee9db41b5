// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from "node:util";
import { type Figures, measurePage } from "./page/measure.ts";

/** What each figure may be at most, for 100,000 households on a machine that does nothing else. */
const TARGETS: Readonly<Figures> = {
  import_ms: 4_000,
  longest_block_ms: 100,
  frames_over_50ms: 5,
};

/**
 * `npm run bench:page -- [--json] [--households 100000]`: a list imported on the built console's own page in a browser, from the choice
 * of the file until every row is checked, and scrolled through. Exits with 1 when a target is missed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "boolean", default: false }, households: { type: "string", default: "100000" } },
  });
  const figures = await measurePage(wholeNumber(values.households));
  const missed = Object.entries(TARGETS).filter(([name, most]) => (figures[name] ?? Infinity) > most);
  if (values.json) process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  else printTable(figures);
  for (const [name, most] of missed) process.stderr.write(`${name}: over its target of ${most}\n`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

function wholeNumber(text: string): number {
  if (/^[1-9][0-9]{0,6}$/.test(text)) return Number(text);
  throw new Error(`--households is ${text}; give a whole number from 1 to 9,999,999.`);
}

function printTable(figures: Readonly<Figures>): void {
  console.log(`${"figure".padEnd(20)}${"measured".padStart(12)}${"target".padStart(10)}`);
  for (const [name, figure] of Object.entries(figures)) {
    const target = TARGETS[name]?.toLocaleString("en") ?? "";
    console.log(`${name.padEnd(20)}${figure.toLocaleString("en").padStart(12)}${target.padStart(10)}`);
  }
}

await main();
