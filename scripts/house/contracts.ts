// SPDX-License-Identifier: Apache-2.0
import { type Finished, run } from "./run.ts";

/** Compiles the contracts, not their tests, and writes the bindings; Hardhat itself leaves out what has not changed (about two seconds). */
export function buildContracts(): Promise<Finished> {
  return run("hardhat", ["build", "--no-tests"]);
}
