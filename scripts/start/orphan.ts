// SPDX-License-Identifier: Apache-2.0
import { pause } from "#sdk/relay/connection.ts";
import { isAnvil } from "./anvil.ts";
import { type Home, readRunning } from "./home.ts";
import { isFree } from "./ports.ts";
import { StartError } from "./StartError.ts";

/**
 * A chain whose start was killed lives on by itself: ask it to save and end.
 * @throws StartError START-102 when its start is alive, too.
 */
export async function endOrphan(home: Home, tell: (line: string) => void): Promise<void> {
  const running = await readRunning(home);
  if (running === undefined) return;
  const isOwned = isAlive(running.owner) && running.owner !== process.pid;
  if (isOwned && !(await isFree(Number(new URL(running.appUrl).port)))) {
    throw new StartError("running", { url: running.appUrl });
  }
  if (!isAlive(running.pid) || !(await isAnvil(running.chainUrl))) return;
  tell("ending the chain of a start that was cut off");
  process.kill(running.pid, "SIGTERM");
  while (isAlive(running.pid)) await pause(50);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else is alive, too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
