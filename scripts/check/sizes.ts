// SPDX-License-Identifier: Apache-2.0
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../house/run.ts";

/** A contract as it would be deployed; sizes in bytes. */
export interface Sized {
  readonly name: string;
  readonly runtime: number;
  readonly creation: number;
}

/** EIP-170 and EIP-3860: a larger contract cannot be deployed. */
const MOST_RUNTIME = 24_576;
const MOST_CREATION = 49_152;

/** Sizes of the contracts outside of testing; they must be built. */
export function readSizes(): Sized[] {
  const bytes = (hex: string): number => (hex.length - 2) / 2;
  return globSync("artifacts/contracts/**/*.json", { cwd: projectFolder })
    .filter((file) => !file.replaceAll("\\", "/").startsWith("artifacts/contracts/testing/"))
    .map((file) => JSON.parse(readFileSync(join(projectFolder, file), "utf8")))
    .map(({ contractName, bytecode, deployedBytecode }) => ({
      name: contractName,
      runtime: bytes(deployedBytecode),
      creation: bytes(bytecode),
    }));
}

/** Contracts that are too large to be deployed, as lines for people. */
export function findOversized(contracts: readonly Sized[]): string[] {
  return contracts.flatMap(({ name, runtime, creation }) => [
    ...(runtime > MOST_RUNTIME
      ? [`${name} has ${runtime} bytes of code; at most ${MOST_RUNTIME} can be deployed: split it`]
      : []),
    ...(creation > MOST_CREATION
      ? [`${name} takes ${creation} bytes to create; at most ${MOST_CREATION} are allowed: split it`]
      : []),
  ]);
}
