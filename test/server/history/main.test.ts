// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { StatusView } from "#sdk/history/index.ts";
import { readConfig } from "#server/history/config.ts";
import { Simulation } from "#test/sdk/history/support/simulate.ts";
import { startAnvil } from "#test/support/anvil.ts";
import { Replay, simulatedDeployment } from "./support/replay.ts";

const SERVING = /serving (http:\/\/\S+)/;

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

async function scratch(t: TestContext): Promise<{ folder: string; deployment: string }> {
  const folder = await mkdtemp(join(tmpdir(), "annona-main-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const deployment = join(folder, "31337.json");
  await writeFile(deployment, JSON.stringify(simulatedDeployment()));
  return { folder, deployment };
}

function run(env: Record<string, string>): ChildProcess {
  const args = ["server/history/main.ts"];
  return spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Wait until it says where it serves, and go on listening, so that it is never held up. */
function serving(child: ChildProcess): Promise<Running> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (text: Buffer) => {
      said += text.toString();
      const url = SERVING.exec(said)?.[1];
      if (url !== undefined) resolve({ child, url });
    });
    child.once("exit", () => reject(new Error(`ended without serving: ${said}`)));
  });
}

async function statusOf(url: string): Promise<StatusView> {
  return (await (await fetch(`${url}/api/status`)).json()) as StatusView;
}

describe("the history server as a program", () => {
  it("is killed in the middle, started again, and stops in order when asked", async (t) => {
    const { folder, deployment } = await scratch(t);
    const anvil = await startAnvil();
    t.after(() => anvil.stop());
    const replay = await Replay.begin(anvil);
    await replay.emit(new Simulation().writer.logs);
    await replay.mine(500);
    const env = {
      DEPLOYMENT: deployment,
      RPC_URL: anvil.url,
      PORT: "0",
      SQLITE_FILE: join(folder, "history.sqlite"),
    };

    const first = await serving(run(env));
    first.child.kill("SIGKILL");
    await once(first.child, "exit");

    const second = await serving(run(env));
    let status = await statusOf(second.url);
    for (let tries = 0; tries < 200 && (status.indexedTo?.number ?? 0) < (status.headSeen ?? 1); tries++) {
      await pause(50);
      status = await statusOf(second.url);
    }
    assert.equal(status.programmes, 1);
    assert.equal(status.indexedTo?.number, Number(await anvil.rpc("eth_blockNumber")));
    const exited = once(second.child, "exit");
    second.child.kill("SIGTERM");
    assert.deepEqual(await exited, [0, null]);
    await assert.rejects(fetch(`${second.url}/api/status`));
  });

  it("refuses another chain than the deployment's, by code and with the next step", async (t) => {
    const { folder, deployment } = await scratch(t);
    const anvil = await startAnvil({ chainId: 4_242 });
    t.after(() => anvil.stop());
    const child = run({
      DEPLOYMENT: deployment,
      RPC_URL: anvil.url,
      PORT: "0",
      SQLITE_FILE: join(folder, "x.sqlite"),
    });
    let said = "";
    child.stderr?.on("data", (text: Buffer) => {
      said += text.toString();
    });
    assert.deepEqual(await once(child, "exit"), [1, null]);
    assert.match(
      said,
      /HIST-802: The node serves chain 4242, but the deployment file is for chain 31337\. Give /,
    );
  });
});

describe("the settings of the history server", () => {
  it("come from flags, else from the environment, else are the usual ones", async (t) => {
    const { folder, deployment } = await scratch(t);
    const env = { DEPLOYMENT: deployment, PORT: "9000", DATABASE_URL: "postgres://db/annona" };
    const config = readConfig(["--port", "9001", "--static-dir", folder], env);
    assert.deepEqual(config, {
      port: 9001,
      host: "127.0.0.1",
      rpcUrl: "http://127.0.0.1:8545",
      deployment: simulatedDeployment(),
      database: { postgresUrl: "postgres://db/annona" },
      staticFolder: folder,
    });
    assert.equal(readConfig(["--help"], {}), undefined);
  });

  it("are refused by name when they are wrong", async (t) => {
    const { folder, deployment } = await scratch(t);
    const wrongFile = join(folder, "wrong.json");
    await writeFile(wrongFile, JSON.stringify({ ...simulatedDeployment(), fromBlock: -1 }));
    const cases: [args: string[], code: string, about: RegExp][] = [
      [[], "HIST-804", /--deployment is missing/],
      [["--deployment", join(folder, "none.json")], "HIST-804", /--deployment names no readable JSON file/],
      [["--deployment", wrongFile], "DEPLOY-101", /fromBlock/],
      [["--deployment", deployment, "--port", "99999"], "HIST-804", /--port is not a port/],
      [["--deployment", deployment, "--rpc-url", "ftp://x"], "HIST-804", /--rpc-url is not an http address/],
      [
        ["--deployment", deployment, "--database-url", "mysql://x"],
        "HIST-804",
        /--database-url is not a PostgreSQL address/,
      ],
      [
        ["--deployment", deployment, "--static-dir", join(folder, "none")],
        "HIST-804",
        /--static-dir names no folder/,
      ],
      [["--wrong"], "HIST-804", /--wrong/],
    ];
    for (const [args, code, about] of cases) {
      assert.throws(() => readConfig(args, {}), { code, message: about });
    }
  });
});
