// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { getBytes } from "ethers";
import { readCommittedList } from "#scripts/cli/actions/commitList.ts";
import { writeKeys } from "#scripts/cli/keys.ts";
import { openProgramme } from "#scripts/cli/suite.ts";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { deploymentFile, writeDeployment } from "#scripts/deploy/deploymentFiles.ts";
import { foundAgency } from "#scripts/seed/consortium.ts";
import type { Office } from "#scripts/seed/month.ts";
import { demoKeys, openPeople, type People, terminalKey } from "#scripts/seed/people.ts";
import { makeSales } from "#scripts/seed/sales.ts";
import { type Chain, startAnvil } from "#scripts/start/anvil.ts";
import { freePort } from "#scripts/start/ports.ts";
import {
  type CommittedList,
  openProvider,
  type ProgrammeHandle,
  type Suite,
  suiteOn,
} from "#sdk/agency/index.ts";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { formatAmount } from "#sdk/money/index.ts";
import type { Receipt } from "#sdk/receipts/index.ts";
import { fundedVouchers } from "#test/support/vouchers.ts";
import { ending, startCli } from "./office.ts";
import { type Totals, totalsOf } from "./totals.ts";

const CHAIN_ID = 31_337;
const DAY = 86_400;
export const TERMINALS = [terminalKey(1), terminalKey(2)] as const;
/** Enough for 18 chunks, which take 18 transactions to open and 3 to load. */
const HOUSEHOLDS = 4_600;
/** Of a hundred households, how many buy: about 1,200 receipts. */
const PERCENT = 26;
/** Not a secret: nobody is in the lists of the tests. */
export const CONSORTIUM_KEY = new Uint8Array(32).fill(0x5a);
const COLUMNS = ["--id", "nationalId", "--value", "30000", "--times", "totalHHSize"] as const;

/** Where a month stands: nothing but a funded agency, an approved list, or one that is loaded. */
export type Stage = "founded" | "approved" | "loaded";

/** A chain that stands at a stage of the month, with everything to go on from there. */
export interface Scene {
  readonly folder: string;
  readonly chain: Chain;
  readonly suite: Suite;
  readonly people: People;
  readonly programme: ProgrammeHandle;
  /** Start a command of the command line as a process of its own. */
  start(...args: string[]): ChildProcess;
  /** Run a command that must succeed. */
  run(...args: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** One month that nothing disturbed: what came of it, and the chain at each stage of it. */
export interface Month {
  readonly home: string;
  readonly deployment: Deployment;
  readonly listFile: string;
  readonly committedFolder: string;
  readonly receiptsFile: string;
  readonly receipts: number;
  readonly totals: Totals;
  stop(): Promise<void>;
}

/** A list of the shape that the month's commands name columns of. */
export function monthList(): string {
  return syntheticList({ households: HOUSEHOLDS }).csv;
}

/** Go through a month with the command line, keeping the chain of each stage. @param list The list, a CSV file's content. */
export async function undisturbedMonth(list: string): Promise<Month> {
  const home = await mkdtemp(join(tmpdir(), "annona-month-"));
  const chain = await startAnvil({ port: await freePort() });
  const { deployment, office } = await found(home, chain.url);
  const { suite, people, programme } = office;
  const scene = sceneOn({ home, folder: home, chain, suite, people, programme });
  try {
    const listFile = join(home, "list.csv");
    await writeFile(listFile, list);
    await keepStage(home, "founded", suite);
    await scene.run("accounts", "open", listFile, "--id", "nationalId");

    const committedFolder = join(home, "cycle-1");
    const today = await chainDay(suite);
    await scene.run("list", "commit", listFile, ...COLUMNS, "--out", committedFolder);
    const days = { opens: today, expires: today + 29, grace: today + 43 };
    const dates = Object.entries(days).flatMap(([name, day]) => [`--${name}`, isoDay(day)]);
    await scene.run("cycle", "prepare", "--list", committedFolder, ...dates);
    await scene.run("cycle", "approve", "--list", committedFolder);
    await keepStage(home, "approved", suite);
    await scene.run("cycle", "load", "--list", committedFolder);
    await keepStage(home, "loaded", suite);

    const receipts = salesOf(await readCommittedList(committedFolder), programme, today);
    const receiptsFile = join(home, "receipts.csv");
    await writeFile(receiptsFile, receiptsCsv(receipts, programme));
    await scene.run("redeem", receiptsFile);
    const totals = await totalsOf(suite, programme, chain.url, join(home, "history.sqlite"));
    const stop = () => rm(home, { recursive: true, force: true });
    return {
      home,
      deployment,
      listFile,
      committedFolder,
      receiptsFile,
      receipts: receipts.length,
      totals,
      stop,
    };
  } finally {
    await scene.stop();
  }
}

/** Copy the chain of a stage and start it. It is stopped with the test. @param saveEvery Seconds between saves. */
export async function sceneAt(t: TestContext, month: Month, stage: Stage, saveEvery = 600): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), "annona-scene-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await copyFile(stageFile(month.home, stage), stateFile(folder));
  const scene = await revive(month, folder, await freePort(), saveEvery);
  t.after(() => scene.stop());
  return scene;
}

/** Start a scene's chain from the state in its folder. */
export async function revive(month: Month, folder: string, port: number, saveEvery = 600): Promise<Scene> {
  const chain = await startAnvil({ port, stateFile: stateFile(folder), saveEvery });
  const suite = suiteOn(openProvider(chain.url, CHAIN_ID), month.deployment);
  const programme = await openProgramme(suite, undefined);
  return sceneOn({ home: month.home, folder, chain, suite, people: openPeople(suite.provider), programme });
}

/** Where a scene's chain is saved. */
export function stateFile(folder: string): string {
  return join(folder, "state.json");
}

/** The sales of the month on a list, whatever account numbers its households have. */
export function salesOf(committed: CommittedList, programme: ProgrammeHandle, day: number): Receipt[] {
  return makeSales({
    entries: committed.entries,
    cycle: committed.facts.cycle,
    terminals: TERMINALS.map(({ address }) => address),
    firstDay: day,
    lastDay: day,
    percent: PERCENT,
    step: programme.step,
  });
}

/** Today on the chain, days since 1970-01-01. */
export async function chainDay({ provider }: Suite): Promise<number> {
  return Math.floor(((await provider.getBlock("latest"))?.timestamp ?? 0) / DAY);
}

/** Kill a process as a power cut would, and wait until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  assert.equal(child.exitCode, null, "the process was to be killed in the middle, and had ended");
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

/** From now on blocks come only when asked for, and hold so much gas: the middle of something lasts as long as the test wants. */
export async function holdBlocks({ suite }: Scene, gas: number): Promise<void> {
  await suite.provider.send("evm_setAutomine", [false]);
  await suite.provider.send("evm_setBlockGasLimit", [`0x${gas.toString(16)}`]);
}

/** Blocks come by themselves again, and are large. */
export async function releaseBlocks({ suite }: Scene): Promise<void> {
  await suite.provider.send("evm_setBlockGasLimit", ["0x3938700"]);
  await suite.provider.send("evm_setAutomine", [true]);
}

/** Make block after block until something holds. */
export async function mineUntil({ suite }: Scene, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 3_000; tries++) {
    if (await holds()) return;
    if (Number((await suite.provider.send("txpool_status", [])).pending) > 0) {
      await suite.provider.send("evm_mine", []);
    }
    await pause(20);
  }
  throw new Error("what the test waits for never came");
}

/** Wait for a process while blocks are made for it. @returns its exit code. */
export async function mineForChild(scene: Scene, child: ChildProcess): Promise<number | null> {
  let code: number | null | undefined;
  const ended = ending(child).then((end) => {
    code = end.code;
  });
  await mineUntil(scene, async () => code !== undefined);
  await ended;
  return code ?? null;
}

interface SceneParts extends Pick<Scene, "folder" | "chain" | "suite" | "people" | "programme"> {
  readonly home: string;
}

function sceneOn({ home, ...parts }: SceneParts): Scene {
  const start = (...args: string[]) => startCli(home, parts.chain.url, args);
  return {
    ...parts,
    start,
    async run(...args) {
      const { code, stdout, stderr } = await ending(start(...args));
      assert.equal(code, 0, `annona ${args.join(" ")}: ${stderr}${stdout}`);
    },
    async stop() {
      parts.suite.provider.destroy();
      await parts.chain.kill();
    },
  };
}

/** Deploy everything, found an agency with a funded programme and a shop with two terminals, and write what the command line needs. */
async function found(home: string, url: string): Promise<{ deployment: Deployment; office: Office }> {
  const provider = openProvider(url, CHAIN_ID);
  const people = openPeople(provider);
  const { address: council } = people.council;
  const journal = join(home, "journal");
  const deployment = await deployCore({ provider, deployer: council, council, grantDelay: 0, journal });
  await writeDeployment(join(home, "deployments"), deployment);
  const key = CONSORTIUM_KEY;
  await mkdir(join(home, "demo"), { recursive: true });
  await writeKeys(join(home, "demo", "keys.json"), demoKeys(TERMINALS.length));
  await writeFile(join(home, "demo", "consortium.key"), Buffer.from(key).toString("hex"));

  const suite = suiteOn(provider, deployment);
  const organisation = await foundAgency(suite, people, "Test Relief", key);
  const programme = await fundedVouchers({ suite, people, organisation, key }, TERMINALS);
  const office = { suite, people, programme, key };
  return { deployment, office };
}

async function keepStage(home: string, stage: Stage, { provider }: Suite): Promise<void> {
  const dump: string = await provider.send("anvil_dumpState", []);
  await writeFile(stageFile(home, stage), gunzipSync(getBytes(dump)));
}

function stageFile(home: string, stage: Stage): string {
  return join(home, `${stage}.json`);
}

/** The deployment file of the month, as the history server reads it. */
export function deploymentOf({ home }: Month): string {
  return deploymentFile(join(home, "deployments"), CHAIN_ID);
}

function receiptsCsv(receipts: readonly Receipt[], { currency }: ProgrammeHandle): string {
  const rows = receipts.map((receipt) => {
    assert.ok(receipt.kind === "sale");
    const { terminal, number, cycle, account, amount, day, recognition } = receipt;
    return [terminal, number, cycle, account, formatAmount(amount, currency), isoDay(day), recognition].join(
      ",",
    );
  });
  return `terminal,number,cycle,account,amount,date,recognition\n${rows.join("\n")}\n`;
}

function isoDay(day: number): string {
  return new Date(day * DAY * 1_000).toISOString().slice(0, 10);
}
