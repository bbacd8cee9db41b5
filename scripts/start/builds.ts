// SPDX-License-Identifier: Apache-2.0
import { existsSync, globSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildContracts } from "#scripts/house/contracts.ts";
import { type Finished, projectFolder, run } from "#scripts/house/run.ts";
import { StartError } from "./StartError.ts";

/** When something was built without anything new to write. The sources belong to the project, so this does, too. */
const STAMPS = join(projectFolder, ".annona", "built");

/** The app with the demonstration's officers in it. Apart from app/dist, which is for everything else. */
const DEMO_APP = join(STAMPS, "demo-app");

/** The app as it is published, kept apart from app/dist so that nobody's own build is replaced. */
const PLAIN_APP = join(STAMPS, "plain-app");

/** Build the app beside its place and then put it there, so that a start that runs meanwhile never sees half of it. */
async function buildApp(folder: string, ...more: readonly string[]): Promise<Finished> {
  const fresh = `${folder}-${process.pid}`;
  const built = await run("vite", ["build", "app", ...more, "--outDir", fresh, "--emptyOutDir"]);
  if (built.succeeded) {
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  }
  return built;
}

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
  sources: ["contracts/**/*.sol", "hardhat.config.ts", "scripts/house/bindings.ts", "package-lock.json"],
  results: ["artifacts/build-info", "sdk/bindings/generated/index.ts"],
  run: buildContracts,
};

const APP_SOURCES = [
  "app/{src,build,public}/**/*",
  "app/*.{ts,html,json}",
  "sdk/*/**/*.ts",
  "package-lock.json",
];

const APP: Build = {
  what: "The app",
  stamp: "app",
  sources: APP_SOURCES,
  results: [".annona/built/demo-app/index.html"],
  run: () => buildApp(DEMO_APP, "--mode", "demo"),
};

const CONSOLE: Build = {
  what: "The console",
  stamp: "console",
  sources: APP_SOURCES,
  results: [".annona/built/plain-app/index.html"],
  run: () => buildApp(PLAIN_APP),
};

/** Build the contracts and their bindings unless nothing has changed. @throws StartError START-301. */
export async function freshContracts(tell: Tell): Promise<void> {
  await fresh(CONTRACTS, tell);
}

/** Build the demonstration's app unless nothing has changed. @returns its folder. @throws StartError START-301. */
export async function freshApp(tell: Tell): Promise<string> {
  await fresh(APP, tell);
  return DEMO_APP;
}

/** Build the console without the demonstration, unless nothing has changed. @returns its folder. @throws StartError START-301. */
export async function freshConsole(tell: Tell): Promise<string> {
  await fresh(CONSOLE, tell);
  return PLAIN_APP;
}

async function fresh(build: Build, tell: Tell): Promise<void> {
  const stamp = join(STAMPS, build.stamp);
  if (isFresh(stamp, build)) return;
  tell(`building ${build.what.toLowerCase()}`);
  const startedAt = new Date().toISOString();
  const { succeeded, output } = await build.run();
  if (!succeeded) throw new StartError("buildFailed", { what: build.what }, output);
  await mkdir(STAMPS, { recursive: true });
  await writeFile(stamp, `${startedAt}\n`);
}

/** Whether every source is older than the last build, be it ours or one by hand. */
function isFresh(stamp: string, { sources, results }: Build): boolean {
  const made = results.map((path) => join(projectFolder, path));
  if (!made.every((path) => existsSync(path))) return false;
  const builtAt = Math.max(...[...made, stamp].filter(existsSync).map((path) => statSync(path).mtimeMs));
  const files = sources.flatMap((pattern) =>
    globSync(pattern, { cwd: projectFolder, exclude: (path) => path.includes("generated") }),
  );
  return files.every((path) => statSync(join(projectFolder, path)).mtimeMs < builtAt);
}
