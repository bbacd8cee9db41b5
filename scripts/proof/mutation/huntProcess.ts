// SPDX-License-Identifier: Apache-2.0
// Runs tests on mutants in a process of its own, started by safeHunt.ts: what a mutant makes run wild takes only this process with it.
import { Hunt, type Turn } from "./hunt.ts";
import type { Havoc } from "./ledger.ts";
import { readProgram } from "./program.ts";
import type { Limits, News, Order, Result } from "./safeHunt.ts";

let hunt: Hunt | undefined;
let limits: Limits | undefined;
let deadline = Number.POSITIVE_INFINITY;

process.on("message", (order: Order) => void obey(order));
// Nobody waits for an answer any more; the engine keeps threads of its own.
process.on("disconnect", () => process.exit());
setInterval(watch, 20);

async function obey(order: Order): Promise<void> {
  if ("compilation" in order) {
    limits = order.limits;
    hunt = new Hunt(readProgram(order.compilation), startTurn);
    await hunt.prepare((line) => answer({ said: line }));
    answer({ failingAnyway: hunt.failingAnyway });
  } else if (hunt && limits) {
    const killer = await hunt.try(order.mutant, order.files);
    deadline = Number.POSITIVE_INFINITY;
    answer({ killer, isTired: process.memoryUsage.rss() > limits.tired });
  }
}

function startTurn({ file, seconds }: Turn): void {
  if (limits) deadline = worked() + limits.seconds + seconds * limits.timesAsLong;
  answer({ asking: file });
  // A turn can be over before the clock looks for the first time.
  watch();
}

function watch(): void {
  // Without a mutant there is nothing to give up.
  if (deadline === Number.POSITIVE_INFINITY || !limits) return;
  if (process.memoryUsage.rss() > limits.memory) giveUp("memory");
  else if (worked() >= deadline) giveUp("time");
}

/** Seconds of the processor that this process has had, all threads together. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The engine cannot be stopped in the middle of a test, so the process ends with it, at once. */
function giveUp(havoc: Havoc): void {
  deadline = Number.POSITIVE_INFINITY;
  process.send?.({ havoc } satisfies Result, () => process.kill(process.pid, "SIGKILL"));
}

function answer(given: News | Result): void {
  process.send?.(given);
}
