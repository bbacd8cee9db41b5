// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findBrowser } from "../house/browser.ts";
import { homeAt } from "../start/home.ts";
import { freePort } from "../start/ports.ts";
import { startAnnona } from "../start/run.ts";
import { fetchLighthouse, type Scores, visitWithLighthouse } from "./lighthouse/lighthouse.ts";
import { publicAddresses } from "./lighthouse/pages.ts";

/** Points of 100 at least. */
const TARGETS: Scores = { performance: 90, accessibility: 100 };
/** Exit code where nothing could be measured, which is neither good nor bad. */
const NOT_MEASURED = 2;

interface Settings {
  readonly isJson: boolean;
  readonly runs: number;
  readonly browser: string;
}

/**
 * `npm run bench:lighthouse -- [--json] [--runs 3]`: Lighthouse on a telephone's profile, over the built app with the demonstration, for
 * every page for everybody. Performance is the median of the visits, accessibility the worst of them. A busy processor makes performance
 * look worse than it is: the load is told. Exits with 1 below a target, with 2 where Lighthouse or a browser is missing.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "boolean", default: false }, runs: { type: "string", default: "3" } },
  });
  const browser = findBrowser();
  const problem =
    browser === undefined
      ? "no Chromium or Chrome was found; name one in CHROME_PATH."
      : await fetchLighthouse();
  if (browser === undefined || problem !== undefined) {
    process.stderr.write(`Not measured: ${problem}\n`);
    process.exitCode = NOT_MEASURED;
    return;
  }
  const figures = await measureAll({ isJson: values.json, runs: wholeNumber(values.runs), browser });
  if (values.json) process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  for (const [page, scores] of Object.entries(figures)) {
    for (const name of ["performance", "accessibility"] as const) {
      if (scores[name] >= TARGETS[name]) continue;
      process.stderr.write(`${page}: ${name} ${scores[name]}, below ${TARGETS[name]}\n`);
      process.exitCode = 1;
    }
  }
}

function wholeNumber(text: string): number {
  if (/^[1-9][0-9]?$/.test(text)) return Number(text);
  throw new Error(`--runs is ${text}; give a whole number from 1 to 99.`);
}

/** Starts a fresh demonstration aside, so that every measurement sees the same. */
async function measureAll(settings: Settings): Promise<Record<string, Scores>> {
  const folder = await mkdtemp(join(tmpdir(), "annona-lighthouse-"));
  const annona = await startAnnona({
    home: homeAt(folder),
    deployments: join(folder, "deployments"),
    appPort: await freePort(),
    chainPort: await freePort(),
    officePort: await freePort(),
    tell: (line) => process.stderr.write(`  ${line}\n`),
  });
  try {
    const figures: Record<string, Scores> = {};
    if (!settings.isJson) printRow("page", "performance", "accessibility", "visits", "load");
    for (const { page, path } of await publicAddresses(annona.url)) {
      figures[page] = await measure(page, `${annona.url}${path}`, folder, settings);
    }
    return figures;
  } finally {
    await annona.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(page: string, url: string, folder: string, settings: Settings): Promise<Scores> {
  const visits: Scores[] = [];
  for (let visit = 0; visit < settings.runs; visit++)
    visits.push(await visitWithLighthouse({ url, browser: settings.browser, folder }));
  const seen = visits.map(({ performance }) => performance).sort((a, b) => a - b);
  const performance = seen[Math.floor(seen.length / 2)] ?? 0;
  const accessibility = Math.min(...visits.map((visit) => visit.accessibility));
  const load = loadavg()[0]?.toFixed(1) ?? "";
  if (settings.isJson)
    process.stderr.write(`  ${page}: performance ${seen.join(", ")}; load of the machine ${load}\n`);
  else printRow(page, String(performance), String(accessibility), seen.join(" "), load);
  return { performance, accessibility };
}

function printRow(page: string, ...figures: readonly string[]): void {
  console.log(`${page.padEnd(24)}${figures.map((figure) => figure.padStart(15)).join("")}`);
}

await main();
