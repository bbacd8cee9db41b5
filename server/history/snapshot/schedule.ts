// SPDX-License-Identifier: Apache-2.0

import { codeOf } from "../follower.ts";
import { type SnapshotOptions, writeSnapshot } from "./writeSnapshot.ts";

export interface ScheduleOptions extends SnapshotOptions {
  /** Minutes after midnight UTC. */
  readonly atMinute: number;
  /** Gets counts and codes; never anything else. */
  readonly log: (line: string) => void;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Write a snapshot every night until the signal. One that fails is logged by code; the one before stays. */
export async function scheduleSnapshots(
  { atMinute, log, ...options }: ScheduleOptions,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await until(untilNext(Date.now(), atMinute), signal);
    if (signal.aborted) return;
    try {
      const { files, refused } = await writeSnapshot(options);
      log(`history: snapshot of ${files} files, ${refused.length} refused`);
    } catch (error) {
      log(`history: snapshot failed, ${codeOf(error)}`);
    }
  }
}

/** Milliseconds from now until the next time that the clock, in UTC, shows that minute; never none at all. */
export function untilNext(now: number, atMinute: number): number {
  const wait = (atMinute * MINUTE - (now % DAY) + DAY) % DAY;
  return wait === 0 ? DAY : wait;
}

function until(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
