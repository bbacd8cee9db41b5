// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** Where everything of the local chain is kept. All of it can be deleted; the next start makes it anew. */
export interface Home {
  readonly folder: string;
  readonly chain: string;
  readonly state: string;
  readonly journal: string;
  readonly demo: string;
  readonly history: string;
  /** What the office server keeps. */
  readonly office: string;
  /** The console as it is served: the built app and its configuration. */
  readonly app: string;
  /** Says which chain is running, and for whom. */
  readonly running: string;
}

export function homeAt(folder: string): Home {
  const chain = join(folder, "chain");
  return {
    folder,
    chain,
    state: join(chain, "state.json"),
    journal: join(chain, "deployment"),
    demo: join(folder, "demo"),
    history: join(folder, "history.sqlite"),
    office: join(folder, "office.sqlite"),
    app: join(folder, "app"),
    running: join(chain, "running.json"),
  };
}

const runningSchema = z.object({ pid: z.int(), owner: z.int(), chainUrl: z.string(), appUrl: z.string() });

/** A chain that was started: its process, the process that started it, and where both answer. */
export type Running = z.output<typeof runningSchema>;

/** What an earlier start left behind; undefined when it ended in order. */
export async function readRunning(home: Home): Promise<Running | undefined> {
  if (!existsSync(home.running)) return undefined;
  const parsed = runningSchema.safeParse(JSON.parse(await readFile(home.running, "utf8")));
  return parsed.success ? parsed.data : undefined;
}

export async function writeRunning(home: Home, running: Running): Promise<void> {
  await writeFile(home.running, `${JSON.stringify(running)}\n`);
}

export async function forgetRunning(home: Home): Promise<void> {
  await rm(home.running, { force: true });
}

/** Move a chain that cannot be gone on with aside, and forget what was derived from it. @returns where it is now. */
export async function setAside(home: Home): Promise<string> {
  const aside = join(home.folder, `chain-until-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}`);
  await rename(home.chain, aside);
  await wipe(home);
  await mkdir(home.chain, { recursive: true });
  return aside;
}

/** Delete the chain and everything that was derived from it or made for it. */
export async function wipe(home: Home): Promise<void> {
  const derived = [...filesOf(home.history), ...filesOf(home.office)];
  for (const path of [home.chain, home.demo, ...derived]) await rm(path, { recursive: true, force: true });
}

/** Delete what the office keeps, of a start that was cut off while it filled it. */
export async function wipeOffice(home: Home): Promise<void> {
  for (const path of filesOf(home.office)) await rm(path, { force: true });
}

/** A database of SQLite with what stands beside it. */
function filesOf(database: string): string[] {
  return ["", "-wal", "-shm"].map((ending) => `${database}${ending}`);
}
