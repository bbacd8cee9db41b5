// SPDX-License-Identifier: Apache-2.0

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";

export interface AnvilOptions {
  /** File in which the chain is kept over a restart. */
  readonly state?: string;
  readonly chainId?: number;
  /** Seconds between blocks; without it every transaction makes a block at once. */
  readonly blockTime?: number;
}

export interface Anvil {
  readonly url: string;
  /** Call a JSON-RPC method, such as anvil_reorg. */
  rpc(method: string, ...params: unknown[]): Promise<unknown>;
  /** End it in order; with a state file the chain is saved. */
  stop(): Promise<void>;
  /** End it at once, as a power cut would. */
  kill(): Promise<void>;
}

const LISTENING = /Listening on (127\.0\.0\.1:\d+)/;
const START_MILLISECONDS = 60_000;

/** Start a local chain of the fork that Ethereum runs now, on a port that the system chooses. */
export async function startAnvil({ state, chainId, blockTime }: AnvilOptions = {}): Promise<Anvil> {
  const optional = [
    ...(state === undefined ? [] : ["--state", state]),
    ...(chainId === undefined ? [] : ["--chain-id", String(chainId)]),
    ...(blockTime === undefined ? [] : ["--block-time", String(blockTime)]),
  ];
  const settings = ["--host", "127.0.0.1", "--port", "0", "--hardfork", "osaka", "--accounts", "60"];
  const child = spawn(anvilBinary(), [...settings, ...optional], { stdio: ["ignore", "pipe", "pipe"] });
  const url = `http://${await addressOf(child)}`;
  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  };
  return {
    url,
    rpc: (method, ...params) => call(url, method, params),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

/** The chain's own program: the script around it would not wait for the state to be saved. */
function anvilBinary(): string {
  const arch = process.arch === "x64" ? "amd64" : process.arch;
  const name = process.platform === "win32" ? "anvil.exe" : "anvil";
  return createRequire(import.meta.url).resolve(`@foundry-rs/anvil-${process.platform}-${arch}/bin/${name}`);
}

/** Wait until the chain says where it listens; go on reading what it says, so that it is never held up. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`the chain did not start: ${said}`)), START_MILLISECONDS);
    const hear = (text: string): void => {
      if (said.length > 100_000) return;
      said += text;
      const address = LISTENING.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout?.setEncoding("utf8").on("data", hear);
    child.stderr?.setEncoding("utf8").on("data", hear);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the chain ended with ${code}: ${said}`)));
  });
}

async function call(url: string, method: string, params: unknown[]): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const answer = (await response.json()) as { result?: unknown; error?: { message: string } };
  if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`);
  return answer.result;
}
