// SPDX-License-Identifier: Apache-2.0

import { answerFromSnapshot, snapshotFile } from "#sdk/history/snapshot.ts";
import { appError } from "../errors/AppError.ts";
import { type Asking, request } from "./server.ts";

const OF_ONE = /^(\/api\/(?:programmes|agreements|funds))\/(0x[0-9a-f]{40})(?=\/|$)/i;
const STATUS = "/api/status";
const WRITTEN = "api/snapshot.json";

/**
 * What the history server would have answered, from the files of a snapshot.
 * @param folder Web address or path of the snapshot.
 * @param path From "/api/" on, with parameters.
 * @throws AppError APP-105 when the snapshot has nothing at the address, APP-106 when its files cannot be read at all.
 */
export async function askSnapshot(folder: string, path: string, asking: Asking = {}): Promise<unknown> {
  const read = (file: string) => readFile(folder, file, asking);
  if (path === STATUS) return readStatus(read);
  const answer = await answerFromSnapshot(read, await withWrittenAddress(read, path));
  if (answer === null) throw appError("not-in-snapshot", { status: 404 });
  return answer;
}

/** Where a file of the API (an export) lies in a snapshot. */
export function snapshotAddress(folder: string, path: string): string {
  return fileAddress(folder, snapshotFile(path));
}

function fileAddress(folder: string, file: string): string {
  return `${folder.replace(/\/$/, "")}/${file}`;
}

type Read = (file: string) => Promise<unknown>;

/** The status as it was then, with the time when the snapshot was written; of an older one, that of its last block. */
async function readStatus(read: Read): Promise<unknown> {
  const [status, written] = await Promise.all([read(snapshotFile(STATUS)), read(WRITTEN)]);
  if (!isObject(status)) throw appError("snapshot-unreadable");
  const ofBlock = isObject(status.indexedTo) ? status.indexedTo.timestamp : 0;
  const writtenAt = (isObject(written) ? written.writtenAt : undefined) ?? ofBlock;
  return { ...status, snapshot: { writtenAt } };
}

/** Files are named by checksummed addresses; a reader may have typed small letters. */
async function withWrittenAddress(read: Read, path: string): Promise<string> {
  const [whole, list, given] = OF_ONE.exec(path) ?? [];
  if (list === undefined || given === undefined || whole === undefined) return path;
  if (/[A-F]/.test(given.slice(2)) && /[a-f]/.test(given.slice(2))) return path;
  const page = await read(snapshotFile(list));
  const items = isObject(page) && Array.isArray(page.items) ? page.items : [];
  const known = items.find(({ address }) => String(address).toLowerCase() === given.toLowerCase());
  return known === undefined ? path : path.replace(whole, `${list}/${known.address}`);
}

/** Null for a file that is not there; also where a host answers with a page of its own instead. */
async function readFile(folder: string, file: string, asking: Asking): Promise<unknown> {
  const response = await request(fileAddress(folder, file), asking);
  if (response.status >= 500) throw appError("snapshot-unreadable", { status: response.status });
  const isPage = response.headers.get("content-type")?.includes("html") ?? false;
  if (!response.ok || isPage) return null;
  return response.json().catch((cause: unknown) => {
    throw appError("snapshot-unreadable", { status: response.status, cause });
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
