// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from "node:util";
import { heaviest, type Load, measureBundle, type PageLoad } from "./bundle/measure.ts";

/** Kilobytes (1,000 bytes) of compressed JavaScript at most. */
const TARGETS = { public: 170, operator: 230 } as const;

/**
 * `npm run bench:bundle -- [--json]`: how much JavaScript a first visit brings, by a real build. `public`: the heaviest page for everybody,
 * with all that it needs to be shown. `operator`: what every page of the console starts with, wallet included; the ledger's library comes
 * after it, with the pages that write, and the table shows it. Exits with 1 when a target is missed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const { pages, consoleStart } = await measureBundle();
  const figures = { public: kilobytes(heaviest(pages, "public")), operator: kilobytes(consoleStart) };
  if (values.json) process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  else printPages(pages, figures.operator);
  const missed = (["public", "operator"] as const).filter(
    (audience) => figures[audience] > TARGETS[audience],
  );
  for (const audience of missed)
    process.stderr.write(`${audience}: over its target of ${TARGETS[audience]} KB\n`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

function kilobytes({ bytes }: Load): number {
  return Math.round(bytes / 100) / 10;
}

function printPages(pages: readonly PageLoad[], consoleStart: number): void {
  console.log(`${"page".padEnd(20)}${"for".padEnd(10)}${"KB".padStart(8)}`);
  for (const page of [...pages].sort((a, b) => b.bytes - a.bytes)) {
    console.log(
      `${page.feature.padEnd(20)}${page.audience.padEnd(10)}${kilobytes(page).toFixed(1).padStart(8)}`,
    );
  }
  console.log(`${"start of the console".padEnd(30)}${consoleStart.toFixed(1).padStart(8)}`);
}

await main();
