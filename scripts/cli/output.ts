// SPDX-License-Identifier: Apache-2.0
import { Presets, SingleBar } from "cli-progress";
import type { AnnonaError } from "#sdk/errors/index.ts";
import type { RelayProgress } from "#sdk/relay/index.ts";
import { CliError, EXIT } from "./CliError.ts";

/** What a command has to say: with --json the data and nothing else on standard output, otherwise the lines for people. */
export interface Answer {
  readonly data: unknown;
  readonly lines: readonly string[];
  /** Default 0. */
  readonly exitCode?: number;
}

/** Write a command's answer. Big numbers become decimal strings. */
export function writeAnswer(answer: Answer, asJson: boolean): void {
  if (asJson) process.stdout.write(`${toJson(answer.data)}\n`);
  else for (const line of answer.lines) process.stdout.write(`${line}\n`);
  process.exitCode = answer.exitCode ?? EXIT.done;
}

/** Write an error on standard error, and with --json also as data on standard output. */
export async function writeError(error: unknown, asJson: boolean): Promise<void> {
  // What reads a contract's refusal is only loaded when there is one.
  const { knownError } = await import("./knownError.ts");
  const known = knownError(error);
  if (known === undefined) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = EXIT.refused;
    return;
  }
  const { code, summary, next, details } = known;
  if (asJson) process.stdout.write(`${toJson({ error: { code, message: summary, next, details } })}\n`);
  process.stderr.write(`${code}: ${summary}\n${next}\n${details ? `(${details})\n` : ""}`);
  process.exitCode = exitCodeOf(known);
}

function exitCodeOf(error: AnnonaError): number {
  if (error instanceof CliError) return error.exitCode;
  return error.code === "RELAY-101" ? EXIT.connection : EXIT.refused;
}

function toJson(data: unknown): string {
  return JSON.stringify(data, (_, value) => (typeof value === "bigint" ? value.toString() : value));
}

export interface ProgressBar {
  update(progress: RelayProgress): void;
  stop(): void;
}

/** A bar on standard error; where that is no terminal, a line at each tenth. */
export function progressBar(label: string, unit: string): ProgressBar {
  return process.stderr.isTTY ? liveBar(label, unit) : lineBar(label, unit);
}

function liveBar(label: string, unit: string): ProgressBar {
  const format = `${label} {bar} {value} of {total} ${unit}, {duration_formatted}`;
  const bar = new SingleBar(
    { format, stream: process.stderr, clearOnComplete: false, hideCursor: true },
    Presets.shades_classic,
  );
  let isStarted = false;
  return {
    update({ done, total }) {
      if (isStarted) bar.update(done);
      else bar.start(total, done);
      isStarted = true;
    },
    stop() {
      if (isStarted) bar.stop();
    },
  };
}

function lineBar(label: string, unit: string): ProgressBar {
  let shown = -1;
  return {
    update({ done, total }) {
      const tenth = total === 0 ? 10 : Math.floor((done * 10) / total);
      if (tenth <= shown) return;
      shown = tenth;
      process.stderr.write(`${label}: ${done} of ${total} ${unit}\n`);
    },
    stop() {
      shown = 10;
    },
  };
}
