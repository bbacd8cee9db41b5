// SPDX-License-Identifier: Apache-2.0

import { config } from "../config/index.ts";
import { AppError } from "../errors/AppError.ts";
import { type Asking, askServer } from "./server.ts";

/** Where the figures on the screen come from. All of a page come from the same place, so that they fit together. */
export type Source = "server" | "snapshot";

const STATUS = "/api/status";
let current: Source | undefined;

/** The source that was used last. */
export function source(): Source {
  current ??= config().historyUrl === null ? "snapshot" : "server";
  return current;
}

/**
 * Ask the history server, or the static snapshot where there is no server or while it does not answer. Which of them is decided by the
 * question for the status alone, which is asked all the time and tries the server first: one answer that fails must not mix figures of
 * two moments on one page.
 * @param path From "/api/" on, with parameters.
 * @throws AppError as {@link askServer} and askSnapshot do.
 */
export async function ask(path: string, asking: Asking = {}): Promise<unknown> {
  if (path === STATUS) return askStatus(asking);
  const { historyUrl, snapshotUrl } = config();
  if (source() === "server") return askServer(historyUrl ?? "", path, asking);
  const { askSnapshot } = await import("./snapshot.ts");
  return askSnapshot(snapshotUrl ?? "", path, asking);
}

async function askStatus(asking: Asking): Promise<unknown> {
  const { historyUrl, snapshotUrl } = config();
  if (historyUrl !== null) {
    try {
      const answer = await askServer(historyUrl, STATUS, asking);
      current = "server";
      return answer;
    } catch (error) {
      if (snapshotUrl === undefined || !isDown(error)) throw error;
    }
  }
  const { askSnapshot } = await import("./snapshot.ts");
  const answer = await askSnapshot(snapshotUrl ?? "", STATUS, asking);
  current = "snapshot";
  return withInstead(answer, historyUrl !== null);
}

/** The address of a file of the API, such as an export, for a link. */
export async function addressOf(path: string): Promise<string> {
  const { historyUrl, snapshotUrl } = config();
  if (source() === "server" || snapshotUrl === undefined) return `${historyUrl ?? ""}${path}`;
  const { snapshotAddress } = await import("./snapshot.ts");
  return snapshotAddress(snapshotUrl, path);
}

/** Whether the server is away, and not just of another opinion. */
function isDown(error: unknown): boolean {
  return error instanceof AppError && error.isPassing;
}

/** @param isInstead A server should have answered. */
function withInstead(answer: unknown, isInstead: boolean): unknown {
  const { snapshot, ...status } = answer as { readonly snapshot: object };
  return { ...status, snapshot: { ...snapshot, isInstead } };
}
