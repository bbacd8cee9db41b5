// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { officeClient } from "#sdk/office/index.ts";
import { readConfig } from "#server/office/config.ts";
import { openOffice, type TestOffice } from "#test/e2e/support/office.ts";
import { simulatedDeployment } from "#test/server/history/support/replay.ts";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const KEY = `0x${"12".repeat(32)}`;

function run(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ["server/office/main.ts"], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function serving(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (text: Buffer): void => {
      said += text.toString();
      const url = /office: serving (\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(said)));
  });
}

async function scratch(t: TestContext): Promise<{ folder: string; deployment: string; key: string }> {
  const folder = await mkdtemp(join(tmpdir(), "annona-office-main-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const [deployment, key] = [join(folder, "31337.json"), join(folder, "relayer.key")];
  await writeFile(deployment, JSON.stringify(simulatedDeployment()));
  await writeFile(key, `${KEY}\n`);
  return { folder, deployment, key };
}

describe("the office server as a process", () => {
  let office: TestOffice;

  before(async () => {
    office = await openOffice();
  });

  after(() => office?.stop());

  it("serves with a relayer, and stops in order when asked", async (t) => {
    const { folder, key } = await scratch(t);
    const child = run({
      DEPLOYMENT: join(office.folder, "deployments", "31337.json"),
      RPC_URL: office.chain.url,
      ORGANISATION: String(office.organisation),
      ORIGINS: "https://console.example.org",
      PORT: "0",
      SQLITE_FILE: join(folder, "office.sqlite"),
      RELAYER_KEY_FILE: key,
    });
    const url = await serving(child);
    const status = await officeClient({ url }).status();
    assert.equal(status.organisation.name, "Test Relief");
    assert.equal(status.relayer?.balance, 0n);
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    assert.deepEqual(await exited, [0, null]);
    await assert.rejects(officeClient({ url }).status(), { code: "OFFICE-001" });
  });

  it("refuses an organisation that there is not, by code and with the next step", async (t) => {
    const { folder } = await scratch(t);
    const child = run({
      DEPLOYMENT: join(office.folder, "deployments", "31337.json"),
      RPC_URL: office.chain.url,
      ORGANISATION: "77",
      ORIGINS: "https://console.example.org",
      PORT: "0",
      SQLITE_FILE: join(folder, "office.sqlite"),
    });
    await assert.rejects(serving(child), /OFFICE-805: The consortium has no organisation 77\. Give /);
  });
});

describe("the settings of the office server", () => {
  it("come from flags, else from the environment, else are the usual ones", async (t) => {
    const { deployment, key } = await scratch(t);
    const env = {
      DEPLOYMENT: deployment,
      ORGANISATION: "3",
      ORIGINS: "https://a.example.org, http://127.0.0.1:8787",
      RELAYER_KEY_FILE: key,
      PORT: "9000",
    };
    assert.deepEqual(readConfig(["--port", "9001", "--behind-proxy", "yes"], env), {
      port: 9001,
      host: "127.0.0.1",
      rpcUrl: "http://127.0.0.1:8545",
      deployment: simulatedDeployment(),
      organisation: 3,
      database: { sqliteFile: ".annona/office.sqlite" },
      relayerKey: KEY,
      origins: ["https://a.example.org", "http://127.0.0.1:8787"],
      isBehindProxy: true,
    });
    assert.equal(readConfig(["--help"], {}), undefined);
  });

  it("are refused by name when they are wrong, and a key is never repeated", async (t) => {
    const { folder, deployment } = await scratch(t);
    const wrongKey = join(folder, "wrong.key");
    await writeFile(wrongKey, "hunter2");
    const good = ["--deployment", deployment, "--organisation", "1", "--origins", "https://a.example.org"];
    const cases: readonly (readonly [args: string[], about: RegExp])[] = [
      [[], /--deployment is missing/],
      [good.slice(0, 2), /--organisation is missing/],
      [good.slice(0, 4), /--origins is missing/],
      [[...good, "--organisation", "0"], /--organisation is not a number from 1/],
      [[...good, "--origins", "https://a.example.org/console"], /--origins is not a list of addresses/],
      [[...good, "--origins", "*"], /--origins is not a list of addresses/],
      [[...good, "--relayer-key-file", wrongKey], /--relayer-key-file holds no private key/],
      [[...good, "--relayer-key-file", join(folder, "none")], /--relayer-key-file names no readable file/],
      [[...good, "--database-url", "mysql://x"], /--database-url is not a PostgreSQL address/],
      [[...good, "--behind-proxy", "no"], /--behind-proxy is either yes or not given/],
      [[...good, "--relayer-key", KEY], /--relayer-key/],
    ];
    for (const [args, about] of cases) {
      assert.throws(
        () => readConfig(args, {}),
        (error: Error & { code?: string }) => {
          assert.equal(error.code, "OFFICE-801");
          assert.match(error.message, about);
          return !error.message.includes("hunter2") && !error.message.includes(KEY);
        },
      );
    }
  });
});
