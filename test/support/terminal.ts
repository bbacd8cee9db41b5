// SPDX-License-Identifier: Apache-2.0

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";

/** A question that a program will ask, and what a person types. */
export type Answer = readonly [question: RegExp, typed: string];

export interface Talk {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** In the order of the questions. */
  readonly answers: readonly Answer[];
  /** In a terminal, as a person sits at; otherwise through pipes, as a script does. */
  readonly isTerminal: boolean;
}

export interface Talking {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Resolves at the end with the code and everything that was said. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
  /** End it, and what it started, as a power cut would. */
  kill(): void;
}

/** Whether this machine can play a terminal: the `script` of util-linux does. */
export const hasTerminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes(
  "util-linux",
);

/** Run a program of Node's and answer its questions as they come. @param words The script and its arguments. */
export function talkTo(words: readonly string[], { cwd, env, answers, isTerminal }: Talk): Talking {
  const command = [process.execPath, ...words];
  const options = { cwd, env, detached: true } as const;
  const child = isTerminal
    ? spawn("script", ["--quiet", "--return", "--flush", "--command", quoted(command), "/dev/null"], options)
    : spawn(process.execPath, words, options);
  const left = [...answers];
  let said = "";
  let read = 0;
  const hear = (text: string) => {
    said += text;
    const [next] = left;
    const found = next?.[0].exec(said.slice(read));
    if (next === undefined || found === undefined || found === null) return;
    read += found.index + found[0].length;
    left.shift();
    child.stdin.write(`${next[1]}\n`);
    if (!isTerminal && left.length === 0) child.stdin.end();
  };
  if (!isTerminal && left.length === 0) child.stdin.end();
  child.stdout.setEncoding("utf8").on("data", hear);
  child.stderr.setEncoding("utf8").on("data", hear);
  return {
    child,
    said: () => said,
    ended: once(child, "close").then(([code]) => ({ code: code as number | null, said })),
    kill: () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    },
  };
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
}
