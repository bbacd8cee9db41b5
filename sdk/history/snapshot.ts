// SPDX-License-Identifier: Apache-2.0

import { referenceBytes } from "./reference.ts";
import type { IndexedTo } from "./shapes/index.ts";

/**
 * A snapshot holds the answers of the API as files, laid out like its addresses, so that pages run on static hosting: the answer of
 * `/api/status` is `api/status.json`. A list is cut into the largest pages that the API gives; the first is the file of its address,
 * each other one lies beside it under its cursor. Exports keep their own names.
 */

/** Items of a page in a snapshot. */
export const SNAPSHOT_PAGE = 500;
/** Items of a page when nobody says how many, in the API and here. */
const USUAL_PAGE = 50;

/** What was given under a reference lies under the 32 bytes of the reference, however it is asked for. */
const FOLLOW = /^api\/follow\/(0x[0-9a-fA-F]{40})\/(.+)$/;
/** Lists that the API gives whole. */
const WHOLE = /^\/api\/(funds|agreements)$/;

type Item = Readonly<Record<string, unknown>>;

/** Where a parameter is called otherwise than the field that it is about. */
const FIELDS: Readonly<Record<string, string>> = { state: "states" };

interface PageFile {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly indexedTo: IndexedTo | null;
}

/** Reads a file of the snapshot by its path; null when there is none. */
export type ReadSnapshotFile = (path: string) => Promise<unknown>;

/**
 * Where the answer of an address lies.
 * @param path From /api on, without parameters.
 * @param cursor Of a page of a list.
 */
export function snapshotFile(path: string, cursor?: string): string {
  const plain = path.replace(/^\//, "");
  const [, fund, reference] = FOLLOW.exec(plain) ?? [];
  if (reference !== undefined)
    return `api/follow/${fund}/${referenceBytes(decodeURIComponent(reference))}.json`;
  if (/\/export\/|\.json$/.test(plain)) return plain;
  return cursor === undefined ? `${plain}.json` : `${plain}/after-${cursor}.json`;
}

/**
 * What the API would answer, from a snapshot: the same for every address, with the same parameters.
 * @param address Such as `/api/programmes/0x.../receipts?shop=3&limit=20`. Addresses of programmes are checksummed.
 * @returns null for what is not there.
 */
export async function answerFromSnapshot(read: ReadSnapshotFile, address: string): Promise<unknown> {
  const { pathname, searchParams } = new URL(address, "http://snapshot");
  const first = await read(snapshotFile(pathname));
  if (WHOLE.test(pathname)) return first;
  if (!isPage(first) || searchParams.size === 0)
    return isPage(first) ? pageOf(read, pathname, first, {}) : first;
  const { limit, cursor, ...filter } = Object.fromEntries(searchParams);
  return pageOf(read, pathname, first, {
    filter,
    ...(limit && { limit: Number(limit) }),
    ...(cursor && { cursor }),
  });
}

interface Wanted {
  readonly limit?: number;
  readonly cursor?: string;
  /** Fields that must have these values; "state" stands in the list of an entry's states. */
  readonly filter?: Readonly<Record<string, string>>;
}

/** One page more than asked for would be too much: as many items as wanted, and whether another one follows. */
async function pageOf(
  read: ReadSnapshotFile,
  path: string,
  first: PageFile,
  { limit = USUAL_PAGE, cursor, filter = {} }: Wanted,
): Promise<PageFile> {
  const wanted: Placed[] = [];
  const isDescending = !/\/(shops|programmes)$/.test(path);
  for await (const placed of itemsOf(read, path, first)) {
    if (cursor !== undefined && !isBeyond(placed.place, cursor, isDescending)) continue;
    if (!Object.entries(filter).every(([name, value]) => isSame(placed.item[FIELDS[name] ?? name], value)))
      continue;
    wanted.push(placed);
    if (wanted.length > limit) break;
  }
  const shown = wanted.slice(0, limit);
  const hasMore = wanted.length > limit;
  return {
    items: shown.map(({ item }) => item),
    nextCursor: hasMore ? (shown.at(-1)?.place ?? null) : null,
    indexedTo: first.indexedTo,
  };
}

interface Placed {
  readonly item: Item;
  /** Value of the column that the list is ordered by, as cursors have it. */
  readonly place: string;
}

async function* itemsOf(read: ReadSnapshotFile, path: string, first: PageFile): AsyncGenerator<Placed> {
  for (let page = first; ; ) {
    for (const [index, item] of page.items.entries()) yield { item, place: placeOf(path, page, item, index) };
    if (page.nextCursor === null) return;
    const next = await read(snapshotFile(path, page.nextCursor));
    if (!isPage(next)) return;
    page = next;
  }
}

/** Receipts are counted down to 1 without gaps, and do not carry their place; everything else is ordered by what it shows. */
function placeOf(path: string, { items, nextCursor }: PageFile, item: Item, index: number): string {
  if (!path.endsWith("/receipts")) return String(item.id ?? item.address);
  const last = nextCursor === null ? 1 : Number(nextCursor);
  return String(last + items.length - 1 - index);
}

function isBeyond(place: string, cursor: string, isDescending: boolean): boolean {
  if (cursor.startsWith("0x")) return place > cursor;
  return isDescending ? Number(place) < Number(cursor) : Number(place) > Number(cursor);
}

/** Of a list of words any of them, of a contract its address. */
function isSame(value: unknown, wanted: string): boolean {
  if (Array.isArray(value)) return value.includes(wanted);
  if (typeof value === "object" && value !== null && "address" in value) return isSame(value.address, wanted);
  return String(value).toLowerCase() === wanted.toLowerCase();
}

function isPage(file: unknown): file is PageFile {
  return typeof file === "object" && file !== null && "items" in file && "nextCursor" in file;
}
