// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { pause } from "#sdk/relay/connection.ts";
import { StartError } from "./StartError.ts";

export interface AnvilOptions {
  readonly port: number;
  /** File in which the chain is kept over a restart; absent: the chain is gone when it stops. */
  readonly stateFile?: string;
  /** Seconds between saves, for the case that nobody stops the chain in order. */
  readonly saveEvery?: number;
}

export interface Chain {
  readonly url: string;
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ask the chain to save its state and wait until it has ended. Safe to call twice. */
  stop(): Promise<void>;
  /** End it at once, without a save. */
  kill(): Promise<void>;
}

const START_MILLISECONDS = 60_000;
/** What the chain says on standard error is kept for the error message, up to this length. */
const COMPLAINT_LENGTH = 2_000;

/**
 * Start a local chain: the fork that Ethereum runs now, 60 funded accounts of the well-known development mnemonic, a block for each
 * transaction.
 * @throws StartError START-201 when it does not come up.
 */
export async function startAnvil({ port, stateFile, saveEvery = 30 }: AnvilOptions): Promise<Chain> {
  const keep = stateFile === undefined ? [] : ["--state", stateFile, "--state-interval", String(saveEvery)];
  const settings = ["--hardfork", "osaka", "--gas-limit", "60000000", "--accounts", "60", "--quiet"];
  const child = spawn(anvilBinary(), ["--host", "127.0.0.1", "--port", String(port), ...settings, ...keep], {
    stdio: ["ignore", "ignore", "pipe"],
    // In a group of its own, so that Ctrl-C reaches only us and the chain is stopped last and in order.
    detached: true,
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = `${complaint}${text}`.slice(-COMPLAINT_LENGTH);
  });
  const ended = endOf(child);
  // Whatever ends us takes the chain along; only a kill leaves it behind, and the next start ends it then.
  const takeAlong = () => child.kill("SIGTERM");
  process.once("exit", takeAlong);
  void ended.then(() => process.off("exit", takeAlong));
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([answers(url), ended]);
  if (child.pid === undefined || child.exitCode !== null || !(await isAnvil(url))) {
    const folder = stateFile === undefined ? "of the chain" : dirname(stateFile);
    throw new StartError("chainFailed", { folder }, complaint.trim());
  }
  async function end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  }
  return { url, pid: child.pid, ended, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

/** Whether an anvil answers at the address. */
export async function isAnvil(url: string): Promise<boolean> {
  try {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "web3_clientVersion", params: [] });
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const { result } = (await answer.json()) as { result?: unknown };
    return typeof result === "string" && result.startsWith("anvil");
  } catch (error) {
    // Nobody there, or somebody who speaks another language.
    if (error instanceof Error) return false;
    throw error;
  }
}

async function answers(url: string): Promise<void> {
  const givesUpAt = Date.now() + START_MILLISECONDS;
  while (Date.now() < givesUpAt && !(await isAnvil(url))) await pause(50);
}

async function endOf(child: ChildProcess): Promise<void> {
  try {
    await once(child, "exit");
  } catch (error) {
    // The program could not be started at all; the caller sees that it has no number.
    if (!(error instanceof Error)) throw error;
  }
}

/** The chain's own program, without the script around it that would not wait for the state to be saved. */
function anvilBinary(): string {
  const arch = process.arch === "x64" ? "amd64" : process.arch;
  const name = process.platform === "win32" ? "anvil.exe" : "anvil";
  return createRequire(import.meta.url).resolve(`@foundry-rs/anvil-${process.platform}-${arch}/bin/${name}`);
}
