// SPDX-License-Identifier: Apache-2.0
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "./run.ts";

/** One package in `package-lock.json`, as far as it concerns us. */
interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lockfile {
  packages: Record<string, Locked>;
}

/** A native part that a package offers for some platform and that the lockfile forgot. */
interface Gap {
  readonly name: string;
  readonly entry: Locked;
}

const FILE = join(projectFolder, "package-lock.json");
const PLATFORM = /-(aix|android|darwin|freebsd|linux|win32)-(arm64|arm|x64|amd64|ia32)(?:-(gnu|musl|msvc))?$/;
const LIBC: Readonly<Record<string, readonly string[]>> = { gnu: ["glibc"], musl: ["musl"] };

/**
 * Names the native parts that the lockfile lacks. npm leaves a platform's package out when it cannot read about it at the moment of
 * locking; `npm ci` then refuses the lockfile, and other platforms would go without the part.
 */
export async function findLockfileGaps(): Promise<string[]> {
  const gaps = gapsOf(await readLockfile());
  return gaps.map(({ name }) => `package-lock.json lacks ${name}; \`npm run format\` adds it`);
}

/** Adds the native parts that the lockfile lacks. Version and platform are known; the hash is left for npm to add. */
export async function mendLockfile(): Promise<void> {
  const lockfile = await readLockfile();
  const gaps = gapsOf(lockfile);
  if (gaps.length === 0) return;
  for (const { name, entry } of gaps) lockfile.packages[`node_modules/${name}`] = entry;
  const sorted = Object.entries(lockfile.packages).sort(([left], [right]) => left.localeCompare(right, "en"));
  await writeFile(
    FILE,
    `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
  );
  console.log(`Added ${gaps.length} native parts to package-lock.json.`);
}

async function readLockfile(): Promise<Lockfile> {
  return JSON.parse(await readFile(FILE, "utf8"));
}

function gapsOf({ packages }: Lockfile): Gap[] {
  return Object.entries(packages).flatMap(([path, owner]) =>
    Object.entries(owner.optionalDependencies ?? {}).flatMap(([name, version]) => {
      const platform = PLATFORM.exec(name);
      const isLocked = `node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages;
      return platform && !isLocked ? [{ name, entry: entryFor(version, owner, platform) }] : [];
    }),
  );
}

function entryFor(
  version: string,
  owner: Locked,
  [, os = "", arch = "", libc = ""]: RegExpExecArray,
): Locked {
  return {
    version,
    cpu: [arch === "amd64" ? "x64" : arch],
    ...(owner.dev ? { dev: true } : {}),
    ...(LIBC[libc] ? { libc: LIBC[libc] } : {}),
    optional: true,
    os: [os],
  };
}
