// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { keccak256 } from "ethers";
import { demoAnnexes, demoDescriptions, demoEvidence } from "#scripts/seed/evidence.ts";
import { signInAs } from "#scripts/seed/officeSession.ts";
import { openPeople } from "#scripts/seed/people.ts";
import { freePort, isFree } from "#scripts/start/ports.ts";
import { listProgrammes, officerRoles, openProvider, readTasks, suiteOn } from "#sdk/agency/index.ts";
import { listAgreements } from "#sdk/agreements/index.ts";
import { parseConsoleConfig } from "#sdk/console/index.ts";
import { officeClient } from "#sdk/office/client.ts";
import { ending, startCli } from "./support/office.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const SECOND_START_MILLISECONDS = 15_000;

/** A start that prints its address, or ends before. */
interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly milliseconds: number;
}

describe("npm start", () => {
  let home: string;
  let ports: { app: number; chain: number; office: number };
  const children = new Set<ChildProcess>();

  before(async () => {
    home = await mkdtemp(join(tmpdir(), "annona-start-"));
    ports = { app: await freePort(), chain: await freePort(), office: await freePort() };
  });
  after(async () => {
    for (const child of children) await end(child, "SIGINT");
    await rm(home, { recursive: true, force: true });
  });

  /** Start as a user does, and wait for the address or the end. */
  async function start(): Promise<Started> {
    const begun = performance.now();
    const child = spawn(process.execPath, ["scripts/launch.mjs", "start"], {
      cwd: PROJECT,
      env: {
        ...process.env,
        ANNONA_HOME: home,
        PORT: String(ports.app),
        CHAIN_PORT: String(ports.chain),
        OFFICE_PORT: String(ports.office),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    let said = "";
    const isReady = new Promise<void>((resolve) => {
      const hear = (text: string) => {
        said += text;
        if (said.includes("everything is kept")) resolve();
      };
      child.stdout?.setEncoding("utf8").on("data", hear);
      child.stderr?.setEncoding("utf8").on("data", hear);
    });
    await Promise.race([isReady, once(child, "close")]);
    return { child, output: () => said, milliseconds: performance.now() - begun };
  }

  async function end(child: ChildProcess, signal: "SIGINT" | "SIGKILL"): Promise<number | null> {
    children.delete(child);
    if (child.exitCode === null && child.signalCode === null) {
      const closed = once(child, "close");
      child.kill(signal);
      await closed;
    }
    return child.exitCode;
  }

  async function ask<T>(path: string): Promise<T> {
    const answer = await fetch(`http://127.0.0.1:${ports.app}${path}`);
    assert.equal(answer.status, 200, path);
    return (await answer.json()) as T;
  }

  /** Who recorded our note, by the history. */
  async function recordsOfNote(): Promise<number> {
    const answer = await fetch(`http://127.0.0.1:${ports.app}/api/documents/${noteHash}`);
    if (answer.status === 404) return 0;
    return ((await answer.json()) as { items: unknown[] }).items.length;
  }
  let noteHash = "";

  async function record(text: string): Promise<void> {
    await writeFile(join(home, "note.txt"), text);
    const rpc = `http://127.0.0.1:${ports.chain}`;
    const args = [
      "document",
      "record",
      "note.txt",
      "--programme",
      "Food vouchers, northern districts",
      "--json",
    ];
    const { code, stdout, stderr } = await ending(startCli(home, rpc, args));
    assert.equal(code, 0, stderr);
    noteHash = JSON.parse(stdout).hash;
  }

  test("the first start deploys, seeds, serves app and history, and prints one address", async () => {
    const { output } = await start();
    assert.deepEqual(output().match(/https?:\/\/\S+/g), [`http://127.0.0.1:${ports.app}`], output());
    const { items } = await ask<{ items: { name: string }[] }>("/api/programmes");
    assert.equal(items.length, 3);
    const page = await fetch(`http://127.0.0.1:${ports.app}/`);
    assert.match(await page.text(), /<!doctype html>/i);
    await record("written on the first day");
  });

  test("the console is published for these ports, with an office that has its relayer", async () => {
    const config = parseConsoleConfig(await ask<unknown>("/config.json"));
    assert.equal(config.officeUrl, `http://127.0.0.1:${ports.office}`);
    const page = await fetch(`http://127.0.0.1:${ports.app}/console`);
    assert.equal(page.status, 200);
    const policy = /content="(default-src[^"]+)"/.exec(await page.text())?.[1] ?? "";
    const connect = policy.split("; ").find((part) => part.startsWith("connect-src"));
    assert.equal(
      connect,
      `connect-src 'self' http://127.0.0.1:${ports.chain} http://127.0.0.1:${ports.office}`,
    );
    const office = officeClient({ url: config.officeUrl ?? "" });
    const status = await office.status();
    assert.equal(status.organisation.name, "Baobab Relief");
    assert.equal(status.relayer?.isLow, false);
    assert.equal(status.problem, null);
  });

  test("something waits for each officer, at the office and on the ledger", async () => {
    const deployment = parseConsoleConfig(await ask<unknown>("/config.json")).deployment;
    const provider = openProvider(`http://127.0.0.1:${ports.chain}`, deployment.chainId);
    const suite = suiteOn(provider, deployment);
    const people = openPeople(provider);
    const programmes = await listProgrammes(suite, 1);
    const waitsFor = async (name: "approver" | "finance") => {
      const roles = await officerRoles(suite, 1, people[name].address);
      const tasks = await readTasks(suite, programmes, people[name].address, roles);
      return [...new Set(tasks.map(({ kind }) => kind))].sort();
    };
    assert.deepEqual(await waitsFor("approver"), ["approveAct", "approveCycle"]);
    assert.deepEqual(await waitsFor("finance"), ["confirmSettlement", "settleShop"]);

    const place = {
      officeUrl: `http://127.0.0.1:${ports.office}`,
      appUrl: `http://127.0.0.1:${ports.app}`,
      chainId: deployment.chainId,
    };
    const preparer = await signInAs(people.preparer, place);
    const drafts = await preparer.listDrafts();
    assert.deepEqual(drafts.map(({ state }) => state).sort(), ["ready", "waiting"]);
    const custodian = await signInAs(people.custodian, place);
    assert.equal((await custodian.listRequests("open")).length, 1);
    assert.equal((await custodian.listExceptions({ state: "open" })).length, 2);
    const pages = await custodian.listHouseholdPages();
    const cards = await Promise.all(pages.map(({ page }) => custodian.listCards(page)));
    assert.equal(cards.flat().length, 12);
    assert.ok(await custodian.readEnvelope());
    const monitor = await signInAs(people.monitor, place);
    const [agreement] = await listAgreements(suite);
    for (const { hash } of [...demoEvidence, ...demoDescriptions.boreholes, ...demoAnnexes]) {
      const kept = await monitor.readAgreementFile(agreement?.address ?? "", hash);
      assert.equal(kept && keccak256(kept), hash);
    }
    provider.destroy();
  });

  test("a second one beside it says that the first is running, and changes nothing", async () => {
    const { child, output } = await start();
    assert.equal(child.exitCode, 1);
    assert.match(output(), /START-102: .*\nOpen http/);
    assert.equal((await ask<{ items: unknown[] }>("/api/programmes")).items.length, 3);
  });

  test("Ctrl-C ends it in order and leaves no process behind", async () => {
    const { pid } = JSON.parse(await readFile(join(home, "chain", "running.json"), "utf8"));
    const [running] = children;
    assert.ok(running);
    assert.equal(await end(running, "SIGINT"), 0);
    assert.throws(() => process.kill(pid, 0), { code: "ESRCH" });
    const isEachFree = await Promise.all([ports.app, ports.chain, ports.office].map(isFree));
    assert.deepEqual(isEachFree, [true, true, true]);
  });

  test("the second start is up within 15 seconds with yesterday's data", async () => {
    const { output, milliseconds } = await start();
    assert.match(output(), /Open http/);
    assert.ok(milliseconds < SECOND_START_MILLISECONDS, `${Math.round(milliseconds)} ms`);
    assert.equal(await recordsOfNote(), 1);
    assert.doesNotMatch(output(), /deploying/);
  });

  test("a start that was killed is gone on with, and nothing is lost", async () => {
    await record("written just before the power cut");
    const { owner } = JSON.parse(await readFile(join(home, "chain", "running.json"), "utf8"));
    const [running] = children;
    assert.ok(running);
    process.kill(owner, "SIGKILL");
    await end(running, "SIGKILL");
    const { child, output } = await start();
    assert.match(output(), /ending the chain of a start that was cut off/);
    assert.match(output(), /Open http/, output());
    assert.equal(await recordsOfNote(), 1);
    assert.equal(await end(child, "SIGINT"), 0);
  });

  test("a save that was cut off is put right by the one before", async () => {
    const file = join(home, "chain", "state.json");
    const state = await readFile(file);
    await writeFile(file, state.subarray(0, state.length / 2));
    const { child, output } = await start();
    assert.match(output(), /not whole/);
    assert.match(output(), /Open http/, output());
    assert.equal((await ask<{ items: unknown[] }>("/api/programmes")).items.length, 3);
    assert.equal(await end(child, "SIGINT"), 0);
  });

  test("a chain of other contracts is kept aside, and a new one begun", async () => {
    const file = join(home, "demo", "done.json");
    const seed = JSON.parse(await readFile(file, "utf8"));
    await writeFile(file, JSON.stringify({ ...seed, contracts: "those of another version" }));
    const { child, output } = await start();
    assert.match(output(), /the contracts have changed: .*chain-until-/);
    assert.equal((await ask<{ items: unknown[] }>("/api/programmes")).items.length, 3);
    assert.equal(await recordsOfNote(), 0);
    assert.equal(await end(child, "SIGINT"), 0);
  });

  test("a taken port is named with the next step", async () => {
    for (const [port, variable] of [
      [ports.app, "PORT"],
      [ports.chain, "CHAIN_PORT"],
      [ports.office, "OFFICE_PORT"],
    ] as const) {
      const other = createServer();
      await once(other.listen(port, "127.0.0.1"), "listening");
      const { child, output } = await start();
      other.close();
      assert.equal(child.exitCode, 1);
      assert.match(output(), new RegExp(`START-101: Port ${port} .*\n.*${variable}=${port + 1} npm start`));
    }
  });
});
