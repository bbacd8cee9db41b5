// SPDX-License-Identifier: Apache-2.0
// `node scripts/house/runTests.ts [--at-once N] [--force-exit] [--coverage] FILE ...`: runs test files as `node --test` does, but in the order
// in which they are given.
import { availableParallelism } from "node:os";
import { isAbsolute, join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { parseArgs } from "node:util";
import { projectFolder } from "./run.ts";

/** One test that hangs must not keep all others from being heard of. */
const LONGEST_TEST_MS = 600_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "at-once": { type: "string", default: String(availableParallelism()) },
    "force-exit": { type: "boolean", default: false },
    coverage: { type: "boolean", default: false },
  },
});

/** Ends the files that run when we are asked to end. */
const ending = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => ending.abort());

const tests = run({
  files: positionals.map((file) => (isAbsolute(file) ? file : join(projectFolder, file))),
  concurrency: Number(values["at-once"]),
  timeout: LONGEST_TEST_MS,
  coverage: values.coverage,
  signal: ending.signal,
  // A world that a failed test left running must not hold up the rest. Asked of this process itself it would cut the report short.
  execArgv: values["force-exit"] ? ["--test-force-exit"] : [],
});
tests.on("test:fail", ({ todo }) => {
  if (todo === undefined || todo === false) process.exitCode = 1;
});
tests.compose(new spec()).pipe(process.stdout);
