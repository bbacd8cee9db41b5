// SPDX-License-Identifier: Apache-2.0
import { globSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { HardhatPlugin } from "hardhat/types/plugins";

/** Where TypeChain writes, from the project's folder. */
export const RAW_BINDINGS = "./cache/bindings";
const BINDINGS = "./sdk/bindings/generated";
const RELATIVE_JS = /(from\s+["']\.[^"']*)\.js(["'])/g;

/**
 * Hands TypeChain's bindings on to the sdk, with imports that name the files as they are. Node then runs them without a loader, as it does
 * the rest of the project. Only what differs is written, so that a build without changes disturbs nobody who is reading.
 */
export const bindings: HardhatPlugin = {
  id: "annona-bindings",
  dependencies: () => [import("@nomicfoundation/hardhat-typechain")],
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        processArtifactsAfterSuccessfulBuild: ({ config, globalOptions }) =>
          globalOptions.noTypechain === true ? Promise.resolve() : handOn(config.paths.root),
      }),
    }),
  },
};

async function handOn(root: string): Promise<void> {
  const [from, to] = [join(root, RAW_BINDINGS), join(root, BINDINGS)];
  const made = globSync("**/*.ts", { cwd: from });
  for (const path of made) {
    const raw = await readFile(join(from, path), "utf8");
    await writeIfChanged(join(to, path), raw.replace(RELATIVE_JS, "$1.ts$2"));
  }
  const wanted = new Set(made);
  const stale = globSync("**/*.ts", { cwd: to }).filter((path) => !wanted.has(path));
  for (const path of stale) await rm(join(to, path));
}

async function writeIfChanged(file: string, text: string): Promise<void> {
  const known = await readFile(file, "utf8").catch(() => undefined);
  if (known === text) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
