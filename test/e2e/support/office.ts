// SPDX-License-Identifier: Apache-2.0

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { JsonRpcProvider } from "ethers";
import { writeKeys } from "#scripts/cli/keys.ts";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { writeDeployment } from "#scripts/deploy/deploymentFiles.ts";
import { foundAgency } from "#scripts/seed/consortium.ts";
import { demoKeys, openPeople, type People } from "#scripts/seed/people.ts";
import { type Suite, suiteOn } from "#sdk/agency/index.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const TERMINALS = 6;
const LOCAL_CHAIN = 31_337;

/** What a command of the command line left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An agency with its officers' desks: a chain of its own, the contracts, keys, and the command line. */
export interface TestOffice {
  readonly folder: string;
  readonly chain: Anvil;
  readonly suite: Suite;
  readonly people: People;
  readonly organisation: number;
  readonly key: Uint8Array;
  /** Run a command to its end. */
  cli(...args: string[]): Promise<Ended>;
  /** Run a command with --json, and return its exit code and its data. @throws Error when it said something else. */
  json<T>(...args: string[]): Promise<{ code: number | null; data: T }>;
  /** Run a command with --json that must succeed, and return its data. */
  data<T>(...args: string[]): Promise<T>;
  /** Start a command without waiting. */
  start(...args: string[]): ChildProcess;
  stop(): Promise<void>;
}

export interface OfficeOptions {
  /** Keep the chain's state in the folder, so that it can be stopped and started again. */
  readonly keepsState?: boolean;
}

/** Bring up an agency with officers and a published consortium key, and nothing else. */
export async function openOffice({ keepsState = false }: OfficeOptions = {}): Promise<TestOffice> {
  const folder = await mkdtemp(join(tmpdir(), "annona-office-"));
  const chain = await startAnvil(keepsState ? { state: join(folder, "state.json") } : {});
  const provider = new JsonRpcProvider(chain.url, LOCAL_CHAIN, {
    staticNetwork: true,
    batchMaxCount: 1,
    pollingInterval: 50,
    cacheTimeout: -1,
  });
  const people = openPeople(provider);
  const deployment = await deployCore({
    provider,
    deployer: people.council.address,
    council: people.council.address,
    grantDelay: 0,
    journal: join(folder, "journal"),
  });
  await writeDeployment(join(folder, "deployments"), deployment);
  await mkdir(join(folder, "demo"), { recursive: true });
  await writeKeys(join(folder, "demo", "keys.json"), demoKeys(TERMINALS));
  const key = new Uint8Array(32).fill(0x5a);
  await writeFile(join(folder, "demo", "consortium.key"), Buffer.from(key).toString("hex"));
  const suite = suiteOn(provider, deployment);
  const organisation = await foundAgency(suite, people, "Test Relief", key);

  const start = (...args: string[]) => startCli(folder, chain.url, args);
  const cli = (...args: string[]) => ending(start(...args));
  async function json<T>(...args: string[]): Promise<{ code: number | null; data: T }> {
    const { code, stdout, stderr } = await cli(...args, "--json");
    if (stdout === "") throw new Error(`annona ${args.join(" ")} ended with ${code} and no data: ${stderr}`);
    return { code, data: JSON.parse(stdout) as T };
  }
  return {
    folder,
    chain,
    suite,
    people,
    organisation,
    key,
    start,
    cli,
    json,
    async data<T>(...args: string[]) {
      const { code, data } = await json<T>(...args);
      if (code !== 0) throw new Error(`annona ${args.join(" ")} ended with ${code}: ${JSON.stringify(data)}`);
      return data;
    },
    async stop() {
      provider.destroy();
      await chain.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Start the command line as a user does, on this office's chain and with its keys. */
export function startCli(folder: string, rpc: string, args: readonly string[]): ChildProcess {
  const { ANNONA_PRIVATE_KEY: _, ...env } = process.env;
  return spawn(process.execPath, [join(PROJECT, "scripts", "annona.ts"), ...args], {
    cwd: PROJECT,
    env: { ...env, ANNONA_HOME: folder, ANNONA_RPC: rpc, INIT_CWD: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Wait for the end of a command and collect what it said. */
export async function ending(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}
