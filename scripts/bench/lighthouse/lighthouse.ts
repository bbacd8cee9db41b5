// SPDX-License-Identifier: Apache-2.0

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { browserFlags } from "../../house/browser.ts";
import { run } from "../../house/run.ts";

/** Not a dependency of the project: npx fetches it into its own cache when it is asked for. */
const VERSION = "13.5.0";
/** On a busy machine a trace is now and then lost (NO_NAVSTART), and Lighthouse asks to be run again. */
const ATTEMPTS = 3;
const NPX = ["--yes", `--package=lighthouse@${VERSION}`, "lighthouse"];

/** Points of 100. */
export interface Scores {
  readonly performance: number;
  readonly accessibility: number;
}

/** Fetches Lighthouse unless npx has it already; returns why that is not possible here. */
export async function fetchLighthouse(): Promise<string | undefined> {
  try {
    const { succeeded, output } = await run("npx", [...NPX, "--version"]);
    if (succeeded) return undefined;
    return `npx could not fetch lighthouse@${VERSION} (${output.trim().split("\n").at(-1) ?? ""}).`;
  } catch {
    return "there is no npx here; it comes with npm.";
  }
}

export interface Visit {
  readonly url: string;
  /** Path of a Chromium or Chrome. */
  readonly browser: string;
  /** For the report of Lighthouse. */
  readonly folder: string;
}

const report = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.object({
    performance: z.object({ score: z.number().nullable() }),
    accessibility: z.object({ score: z.number().nullable() }),
  }),
});

/**
 * One visit of a fresh browser, as Lighthouse's usual telephone: a slow line and a processor four times slower, both worked out from
 * what was seen here.
 * @throws Error when Lighthouse ends without figures, however often it is run again.
 */
export async function visitWithLighthouse(visit: Visit): Promise<Scores> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await visitOnce(visit);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function visitOnce({ url, browser, folder }: Visit): Promise<Scores> {
  const file = join(folder, "report.json");
  const { succeeded, output } = await run(
    "npx",
    [
      ...NPX,
      url,
      "--quiet",
      "--output=json",
      `--output-path=${file}`,
      "--only-categories=performance,accessibility",
      `--chrome-flags=${browserFlags.join(" ")}`,
    ],
    { env: { CHROME_PATH: browser } },
  );
  if (!succeeded) throw new Error(`Lighthouse broke down at ${url}:\n${output}`);
  const { runtimeError, categories } = report.parse(JSON.parse(await readFile(file, "utf8")));
  const { performance, accessibility } = categories;
  if (performance.score === null || accessibility.score === null)
    throw new Error(`Lighthouse has no figures for ${url}: ${runtimeError?.message ?? "no reason given"}`);
  return { performance: points(performance.score), accessibility: points(accessibility.score) };
}

function points(score: number): number {
  return Math.round(score * 100);
}
