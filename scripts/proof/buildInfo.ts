// SPDX-License-Identifier: Apache-2.0
import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../house/run.ts";
import { compile, readWithImports } from "./mutation/compiler.ts";

const SOLC = "0.8.37";

/** Writes the contracts' syntax trees and code in the one form that analysers written for Hardhat 2 read, and returns the folder. */
export function writeBuildInfo(): string {
  const contracts = globSync("contracts/**/*.sol", { cwd: projectFolder })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("contracts/testing/"))
    .sort();
  const sources = readWithImports(contracts);
  const output = compile(sources, {
    "*": {
      "": ["ast"],
      "*": [
        "abi",
        "userdoc",
        "devdoc",
        "evm.bytecode.object",
        "evm.bytecode.sourceMap",
        "evm.deployedBytecode.object",
        "evm.deployedBytecode.sourceMap",
      ],
    },
  });
  const input = {
    language: "Solidity",
    sources: Object.fromEntries([...sources].map(([path, content]) => [path, { content }])),
    settings: { optimizer: { enabled: false } },
  };
  const folder = join(projectFolder, ".annona", "slither");
  const builds = join(folder, "build-info");
  rmSync(builds, { recursive: true, force: true });
  mkdirSync(builds, { recursive: true });
  writeFileSync(join(builds, "contracts.json"), JSON.stringify({ solcVersion: SOLC, input, output }));
  return folder;
}
