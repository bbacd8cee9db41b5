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
 * Files of e2e at a time. Each waits a good part of its time for a page or a block, so that one more than there are cores keeps them busy;
 * each takes up to a gigabyte of memory.
 */
const WORLDS_AT_ONCE = Math.min(availableParallelism() + 1, 6);

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
  const files = find(`test/${name}/**/*.test.ts`);
  return {
    name,
    runner: "node",
    files,
    command: ({ coverage }) => [
      "node",
      "--test",
      "--test-reporter=spec",
      // One test that hangs must not keep all others from being heard of.
      "--test-timeout=600000",
      // A world that a failed test left running must not hold up the rest either. Fast tests would lose lines of their report by this.
      ...(name === "e2e" ? [`--test-concurrency=${WORLDS_AT_ONCE}`, "--test-force-exit"] : []),
      ...(coverage ? ["--experimental-test-coverage"] : []),
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
