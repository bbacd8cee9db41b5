// SPDX-License-Identifier: Apache-2.0
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startThrowawayPostgres } from "../house/postgres.ts";
import type { IndexFigures } from "./indexing/measure.ts";
import type { ChainSize } from "./indexing/syntheticChain.ts";

/** Redemptions a second at least; the slowest answer, and memory, at most. */
const TARGETS = { perSecond: 20_000, answerMs: 300, memoryMb: 500 };

/** Under 40 MB live at any time; without a limit Node lets garbage grow to several hundred. docs/exports.md asks operators for the same. */
const HEAP = "--max-old-space-size=192";

const SIZE = { households: 100_000, cycles: 12, shops: 200, batch: 100, contributions: 2_000 };

/**
 * `npm run bench:index -- [--json] [--redemptions 1000000] [--database sqlite]`: how fast the history server indexes, answers, and in how
 * much memory, on SQLite and, where there is one, on PostgreSQL. Exits with 1 when a target is missed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      redemptions: { type: "string", default: "1000000" },
      database: { type: "string", default: "all" },
    },
  });
  const size = { ...SIZE, redemptions: Number(values.redemptions) };
  const figures: Record<string, IndexFigures> = {};
  if (values.database !== "postgres") figures.sqlite = await measureApart(size);
  if (values.database !== "sqlite") {
    const postgres = await openPostgres();
    if (postgres === undefined) process.stderr.write("No PostgreSQL here: measured on SQLite only.\n");
    else {
      try {
        figures.postgres = await measureApart(size, postgres.url);
      } finally {
        await postgres.stop();
      }
    }
  }
  print(figures, values.json);
  const missed = Object.entries(figures).flatMap(([database, one]) =>
    missedBy(one).map((text) => `${database}: ${text}`),
  );
  for (const line of missed) process.stderr.write(`${line}\n`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

async function openPostgres(): Promise<{ url: string; stop(): Promise<void> } | undefined> {
  const url = process.env.ANNONA_TEST_POSTGRES;
  return url === undefined ? startThrowawayPostgres() : { url, stop: async () => undefined };
}

function measureApart(size: ChainSize, postgresUrl?: string): Promise<IndexFigures> {
  const file = fileURLToPath(new URL("./indexing/measure.ts", import.meta.url));
  return new Promise((resolve, reject) => {
    const child = fork(file, [], { execArgv: [HEAP] });
    let figures: IndexFigures | undefined;
    child.once("message", (message: { figures: IndexFigures }) => {
      figures = message.figures;
    });
    child.once("exit", (code) =>
      figures === undefined ? reject(new Error(`The measurement ended with ${code}.`)) : resolve(figures),
    );
    child.once("error", reject);
    child.send({ size, ...(postgresUrl === undefined ? {} : { postgresUrl }) });
  });
}

function missedBy(figures: IndexFigures): string[] {
  const { perSecond = 0, memoryMb = Infinity } = figures;
  const slow = Object.entries(figures).filter(
    ([name, value]) => name.endsWith("Ms") && value > TARGETS.answerMs,
  );
  return [
    ...(perSecond < TARGETS.perSecond
      ? [`${perSecond} redemptions a second, under the target of ${TARGETS.perSecond}`]
      : []),
    ...(memoryMb > TARGETS.memoryMb ? [`${memoryMb} MB, over the target of ${TARGETS.memoryMb}`] : []),
    ...slow.map(([name, value]) => `${name} is ${value}, over the target of ${TARGETS.answerMs}`),
  ];
}

function print(figures: Readonly<Record<string, IndexFigures>>, asJson: boolean): void {
  if (asJson) return void process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  for (const [database, one] of Object.entries(figures)) {
    process.stdout.write(`${database}\n`);
    for (const [name, value] of Object.entries(one))
      process.stdout.write(`  ${name.padEnd(22)}${value.toLocaleString("en").padStart(12)}\n`);
  }
}

await main();
