// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { StatusView } from "#sdk/history/index.ts";
import { deploymentOf, type Month, type Scene } from "./stages.ts";

/** A history server that runs by itself. */
export interface HistoryProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** Everything that it has said so far. */
  said(): string;
}

/** The history server as a process of its own, on the scene's one index. */
export async function serveHistory(t: TestContext, month: Month, scene: Scene): Promise<HistoryProcess> {
  const env = {
    ...process.env,
    DEPLOYMENT: deploymentOf(month),
    RPC_URL: scene.chain.url,
    PORT: "0",
    SQLITE_FILE: historyFile(scene),
  };
  const args = ["server/history/main.ts"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  t.after(() => child.kill("SIGKILL"));
  let said = "";
  const serving = new Promise<string>((resolve, reject) => {
    const hear = (text: string): void => {
      said += text;
      const url = /serving (http:\/\/\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.once("exit", () => reject(new Error(`the history server ended without serving: ${said}`)));
  });
  return { child, url: await serving, said: () => said };
}

/** Ask a server to stop, and wait until it has. */
export async function endInOrder(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  assert.deepEqual(await exited, [0, null]);
}

/** Wait until a history server has read the chain as it is now. */
export async function caughtUp({ suite }: Pick<Scene, "suite">, url: string): Promise<void> {
  const head = await suite.provider.getBlock("latest");
  for (let tries = 0; tries < 1_200; tries++) {
    const { indexedTo } = (await (await fetch(`${url}/api/status`)).json()) as StatusView;
    if (indexedTo?.hash === head?.hash) return;
    await pause(50);
  }
  throw new Error("the history does not catch up");
}

/** The index of a scene's history servers. */
export function historyFile({ folder }: Scene): string {
  return join(folder, "followed.sqlite");
}
