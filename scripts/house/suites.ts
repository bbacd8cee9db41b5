// SPDX-License-Identifier: Apache-2.0
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { projectFolder } from "./run.ts";

/** How many tests ended which way. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Which of the tests' options were given. */
export interface SuiteOptions {
  /** Far more runs for fuzz, invariant and property tests. */
  readonly deep: boolean;
  readonly coverage: boolean;
}

/** A folder of tests and its runner. */
export interface Suite {
  readonly name: string;
  /** Suites of different runners can run side by side. */
  readonly runner: "hardhat" | "node";
  /** The test files, from the project's folder; a suite without any is left out. */
  readonly files: readonly string[];
  readonly command: (options: SuiteOptions) => readonly [program: string, ...args: string[]];
  readonly count: (output: string) => Count;
  /** Where the account of the failures begins in the runner's output. */
  readonly failures: RegExp;
  /** The reasons of tests that were skipped. */
  readonly skips: RegExp;
}

const FUZZ_FOLDERS = ["contracts", "invariants"];
const NODE_FOLDERS = ["sdk", "server", "scripts", "app", "e2e"];
/**
 * Files of e2e at a time. Each waits a good part of its time for a page or a block, so that two more than there are cores keep them busy;
 * each takes up to a gigabyte of memory.
 */
const WORLDS_AT_ONCE = Math.min(availableParallelism() + 2, 6);
/** Files of e2e that take over a minute, the longest first, so that none of them begins last and ends alone. */
const LONGEST = [
  "console/a11y",
  "console/keyboard",
  "app",
  "donor",
  "agreement",
  "console/story",
  "fundDesk",
  "agreementMoney",
  "start",
  "console/badDays",
  "story",
  "councilForms",
].map((name) => `test/e2e/${name}.test.ts`);

/** Every suite that has tests, in the order from the ground up. */
export function findSuites(): Suite[] {
  const suites = [...FUZZ_FOLDERS.map(soliditySuite), ...NODE_FOLDERS.map(nodeSuite)];
  return suites.filter((suite) => suite.files.length > 0);
}

function soliditySuite(name: string): Suite {
  const files = find(`test/${name}/**/*.t.sol`);
  return {
    name,
    runner: "hardhat",
    files,
    command: ({ deep, coverage }) => [
      "hardhat",
      // Contracts and bindings are built by then, and others read them meanwhile. For coverage they have to be built anew.
      ...(coverage ? ["--coverage"] : ["--no-typechain"]),
      "test",
      "solidity",
      ...(coverage ? [] : ["--no-compile"]),
      ...(deep ? ["--test-profile", "deep"] : []),
      ...files,
    ],
    count: (output) => ({
      passed: numberIn(output, /^\s*(\d+) passing/m),
      failed: numberIn(output, /^\s*(\d+) failing/m),
      skipped: numberIn(output, /^\s*(\d+) skipped/m),
    }),
    failures: /^\s*\d+ failing/m,
    skips: /^\s+- (test\w+\(.*)$/gm,
  };
}

function nodeSuite(name: string): Suite {
  const found = find(`test/${name}/**/*.test.ts`);
  const files = [
    ...LONGEST.filter((file) => found.includes(file)),
    ...found.filter((file) => !LONGEST.includes(file)),
  ];
  return {
    name,
    runner: "node",
    files,
    command: ({ coverage }) => [
      "node",
      "--disable-warning=ExperimentalWarning",
      "scripts/house/runTests.ts",
      // Fast tests would lose lines of their report if each file's process ended at once.
      ...(name === "e2e" ? [`--at-once=${WORLDS_AT_ONCE}`, "--force-exit"] : []),
      ...(coverage ? ["--coverage"] : []),
      ...files,
    ],
    count: (output) => ({
      passed: numberIn(output, /^ℹ pass (\d+)/m),
      failed: numberIn(output, /^ℹ fail (\d+)/m) + numberIn(output, /^ℹ cancelled (\d+)/m),
      skipped: numberIn(output, /^ℹ skipped (\d+)/m) + numberIn(output, /^ℹ todo (\d+)/m),
    }),
    failures: /^✖ failing tests:/m,
    skips: /^\s*﹣ (.*)$/gm,
  };
}

function find(pattern: string): string[] {
  return globSync(pattern, { cwd: projectFolder }).sort();
}

function numberIn(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1] ?? 0);
}
