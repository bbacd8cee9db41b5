// SPDX-License-Identifier: Apache-2.0
import { existsSync, globSync, statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildContracts } from "#scripts/house/contracts.ts";
import { projectFolder, run } from "#scripts/house/run.ts";
import type { Home } from "./home.ts";
import { StartError } from "./StartError.ts";

type Tell = (line: string) => void;

interface Build {
  /** "The contracts", "The app". */
  readonly what: string;
  readonly stamp: string;
  /** Files that the result depends on, from the project's folder. */
  readonly sources: readonly string[];
  /** What must exist afterwards. */
  readonly results: readonly string[];
  readonly run: () => Promise<{ readonly succeeded: boolean; readonly output: string }>;
}

const CONTRACTS: Build = {
  what: "The contracts",
  stamp: "contracts",
  sources: ["contracts/**/*.sol", "hardhat.config.ts", "package-lock.json"],
  results: ["artifacts/contracts", "sdk/bindings/generated/index.ts"],
  run: buildContracts,
};

const APP: Build = {
  what: "The app",
  stamp: "app",
  sources: ["app/{src,build,public}/**/*", "app/*.{ts,html,json}", "sdk/*/**/*.ts", "package-lock.json"],
  results: ["app/dist/index.html"],
  run: () => run("vite", ["build", "app"]),
};

/** Build the contracts and their bindings unless nothing has changed. @throws StartError START-301. */
export async function freshContracts(home: Home, tell: Tell): Promise<void> {
  await fresh(home, CONTRACTS, tell);
}

/** Build the app unless nothing has changed. @returns its folder. @throws StartError START-301. */
export async function freshApp(home: Home, tell: Tell): Promise<string> {
  await fresh(home, APP, tell);
  return join(projectFolder, "app", "dist");
}

async function fresh(home: Home, build: Build, tell: Tell): Promise<void> {
  const stamp = join(home.built, build.stamp);
  if (isFresh(stamp, build)) return;
  tell(`building ${build.what.toLowerCase()}`);
  const startedAt = new Date().toISOString();
  const { succeeded, output } = await build.run();
  if (!succeeded) throw new StartError("buildFailed", { what: build.what }, output);
  await mkdir(home.built, { recursive: true });
  await writeFile(stamp, `${startedAt}\n`);
}

function isFresh(stamp: string, { sources, results }: Build): boolean {
  if (!existsSync(stamp) || !results.every((path) => existsSync(join(projectFolder, path)))) return false;
  const builtAt = statSync(stamp).mtimeMs;
  const files = sources.flatMap((pattern) =>
    globSync(pattern, { cwd: projectFolder, exclude: (path) => path.includes("generated") }),
  );
  return files.every((path) => statSync(join(projectFolder, path)).mtimeMs < builtAt);
}
