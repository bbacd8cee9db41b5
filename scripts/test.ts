// SPDX-License-Identifier: Apache-2.0
// `npm test [-- SUITE ...] [--deep] [--coverage] [--verbose]`: every suite, from the contracts up to the browser.
import { parseArgs } from "node:util";
import { findBrowser } from "./house/browser.ts";
import { buildContracts } from "./house/contracts.ts";
import { startThrowawayPostgres } from "./house/postgres.ts";
import { run } from "./house/run.ts";
import { type Count, findSuites, type Suite } from "./house/suites.ts";
import { indented, secondsSince, sign } from "./house/terminal.ts";
import { freshApp, freshConsole, freshContracts } from "./start/builds.ts";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    deep: { type: "boolean", default: false },
    coverage: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});

/** Ends the running suite when the user interrupts, so that everything we started is stopped in order. */
const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interruption.abort());

/**
 * A suite that says nothing for so long hangs: it is ended, and counts as failed. The invariants are heard of when all their runs are
 * over, beside others; in the long run one fuzz test alone may take an hour.
 */
const LONGEST_SILENCE_MS = (options.deep ? 180 : 25) * 60_000;

const suites = findSuites().filter((suite) => wanted.length === 0 || wanted.includes(suite.name));
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  const names = findSuites().map((suite) => suite.name);
  console.error(`There is no suite "${unknown[0]}". Choose from: ${names.join(", ")}.`);
  process.exit(1);
}
process.exitCode = await testEverything();

async function testEverything(): Promise<number> {
  const start = performance.now();
  const build = await buildContracts();
  console.log(`${build.succeeded ? sign.passed : sign.failed} contracts built (${secondsSince(start)})`);
  if (!build.succeeded) {
    console.log(indented(build.output, 2));
    return closing([{ passed: 0, failed: 1, skipped: 0 }]);
  }
  const services = await startServices();
  try {
    const counts = await testInCourses(services.env);
    if (options.coverage) await removeInstrumentedBuild();
    return interruption.signal.aborted ? 130 : closing(counts);
  } finally {
    await services.stop();
  }
}

/** The contracts, whose compiler uses one core for minutes, beside everything else. */
async function testInCourses(env: Record<string, string>): Promise<Count[]> {
  const [ledger, rest] = [suites.filter(isOfLedger), suites.filter((suite) => !isOfLedger(suite))];
  // A build that is instrumented for one suite is not for another to read.
  const courses = options.coverage ? [[...ledger, ...rest]] : [ledger, rest];
  return (await Promise.all(courses.map((course) => testInTurn(course, env)))).flat();
}

function isOfLedger({ runner }: Suite): boolean {
  return runner === "hardhat";
}

async function testInTurn(course: readonly Suite[], env: Record<string, string>): Promise<Count[]> {
  const counts: Count[] = [];
  for (const suite of course) {
    if (interruption.signal.aborted) break;
    if (suite.name === "e2e") await buildPages();
    if (suite === course.find(isOfLedger) && !options.coverage) await compileTests(course.filter(isOfLedger));
    counts.push(await testSuite(suite, env));
  }
  return counts;
}

/** All at once, because each time the compiler takes in the contracts again. What is wrong in a test is told by its suite. */
async function compileTests(ledger: readonly Suite[]): Promise<void> {
  const start = performance.now();
  const files = ledger.flatMap((suite) => suite.files);
  const { signal } = interruption;
  const { succeeded } = await run("hardhat", ["--no-typechain", "build", "--no-contracts", ...files], {
    signal,
  });
  const outcome = succeeded ? sign.passed : sign.failed;
  console.log(`${outcome} tests of the contracts compiled (${secondsSince(start)})`);
}

/** Once, before several tests want it at the same moment. One that fails is told by the first test that needs it. */
async function buildPages(): Promise<void> {
  const tell = (line: string) => console.log(`  ${line}`);
  for (const build of [freshContracts, freshApp, freshConsole]) await Promise.allSettled([build(tell)]);
}

/** What tests need besides Node, as environment variables; tests say themselves when they skip for want of it. */
async function startServices(): Promise<{ env: Record<string, string>; stop: () => Promise<void> }> {
  const browser = findBrowser();
  const needsPostgres = suites.some((suite) => suite.name === "server" || suite.name === "e2e");
  const given = process.env.ANNONA_TEST_POSTGRES;
  const postgres = needsPostgres && !given ? await startThrowawayPostgres() : undefined;
  if (needsPostgres && !given && !postgres)
    console.log(`${sign.skipped} no PostgreSQL here: its tests are skipped`);
  return {
    env: {
      ...(browser ? { CHROME_PATH: browser } : {}),
      ...(postgres ? { ANNONA_TEST_POSTGRES: postgres.url } : {}),
      ...(options.deep ? { ANNONA_TEST_DEEP: "1" } : {}),
      // Code that Node keeps from one process for the next would blur what coverage counts.
      ...(options.coverage ? { NODE_DISABLE_COMPILE_CACHE: "1" } : {}),
    },
    stop: async () => postgres?.stop(),
  };
}

async function testSuite(suite: Suite, env: Record<string, string>): Promise<Count> {
  const start = performance.now();
  const [program, ...args] = suite.command(options);
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), LONGEST_SILENCE_MS);
  const { succeeded, output } = await run(program, args, {
    env,
    signal: AbortSignal.any([interruption.signal, silence.signal]),
    onOutput: (text: string) => {
      timer.refresh();
      if (options.verbose) process.stdout.write(text);
    },
  });
  clearTimeout(timer);
  const counted = suite.count(output);
  // A runner that fails without counting a failure has broken down itself.
  const failed = succeeded ? counted.failed : Math.max(counted.failed, 1);
  const count = { ...counted, failed };
  const numbers = inWords(count).padEnd(38);
  console.log(
    `${failed === 0 ? sign.passed : sign.failed} ${suite.name.padEnd(12)} ${numbers} ${secondsSince(start)}`,
  );
  for (const [, reason] of output.matchAll(suite.skips)) console.log(`    ${sign.skipped} ${reason}`);
  if (failed > 0 && !options.verbose) console.log(`\n${indented(failuresOf(suite, output), 4)}\n`);
  if (options.coverage) console.log(indented(coverageOf(output), 4));
  return count;
}

function failuresOf(suite: Suite, output: string): string {
  const start = output.search(suite.failures);
  return start < 0 ? output : output.slice(start);
}

function coverageOf(output: string): string {
  const start = output.search(/^(ℹ start of coverage report|╔)/m);
  return start < 0 ? "" : output.slice(start);
}

/** An instrumented build costs several times the gas: nothing must be measured with it. */
async function removeInstrumentedBuild(): Promise<void> {
  await run("hardhat", ["clean"]);
  await buildContracts();
}

function closing(counts: readonly Count[]): number {
  const total = (key: keyof Count): number => counts.reduce((sum, count) => sum + count[key], 0);
  const sum = { passed: total("passed"), failed: total("failed"), skipped: total("skipped") };
  console.log(`\n${inWords(sum)}`);
  return sum.failed === 0 ? 0 : 1;
}

function inWords({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
