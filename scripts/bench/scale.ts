// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from "node:util";
import { toUtf8Bytes } from "ethers";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { foundBenchAgency } from "./scale/agency.ts";
import {
  type Figures,
  measureCycle,
  measureList,
  measureOpening,
  measureRedeeming,
  signaturesSoFar,
  VALUE,
} from "./scale/measure.ts";

/** What each figure may be at most, for 100,000 households. */
const TARGETS: Readonly<Figures> = {
  list: 3,
  open: 300,
  load: 90,
  "signatures.custodian": 1,
  "signatures.preparer": 1,
  "signatures.approver": 1,
};

const RECEIPTS = 10_000;
const TERMINALS = 10;

/**
 * `npm run bench:scale -- [--json] [--households 100000]`: a month of a large programme on a local chain of its own, from the CSV file
 * to the receipts. Exits with 1 when a target is missed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "boolean", default: false }, households: { type: "string", default: "100000" } },
  });
  const figures = await measure(wholeNumber(values.households));
  const missed = Object.entries(TARGETS).filter(([name, most]) => (figures[name] ?? Infinity) > most);
  if (values.json) process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  else printTable(figures);
  for (const [name, most] of missed) process.stderr.write(`${name}: over its target of ${most}\n`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

async function measure(households: number): Promise<Figures> {
  const { csv, members } = syntheticList({ households });
  const agency = await foundBenchAgency(BigInt(members) * BigInt(VALUE), TERMINALS);
  try {
    const { office, folder } = agency;
    const figures: Figures = { households };
    const before = await signaturesSoFar(office);
    const read = await measureList(office, toUtf8Bytes(csv), figures);
    await measureOpening(office, read, figures);
    const entries = await measureCycle(office, read, folder, figures);
    const after = await signaturesSoFar(office);
    for (const [name, count] of Object.entries(after)) figures[name] = count - (before[name] ?? 0);
    await measureRedeeming(office, entries, { receipts: RECEIPTS, terminals: TERMINALS }, figures);
    return figures;
  } finally {
    await agency.stop();
  }
}

function wholeNumber(text: string): number {
  if (/^[1-9][0-9]{0,6}$/.test(text)) return Number(text);
  throw new Error(`--households is ${text}; give a whole number from 1 to 9,999,999.`);
}

function printTable(figures: Readonly<Figures>): void {
  console.log(
    `${"figure (seconds, or a count)".padEnd(30)}${"measured".padStart(12)}${"target".padStart(10)}`,
  );
  for (const [name, figure] of Object.entries(figures)) {
    const shown = Number.isInteger(figure) ? figure.toLocaleString("en") : figure.toFixed(2);
    console.log(`${name.padEnd(30)}${shown.padStart(12)}${(TARGETS[name]?.toString() ?? "").padStart(10)}`);
  }
}

await main();
