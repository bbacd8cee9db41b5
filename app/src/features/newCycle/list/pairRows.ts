// SPDX-License-Identifier: Apache-2.0

import type { TableRow } from "#sdk/list/index.ts";

/** A row with what it can be found again by in another file. */
export interface FindableRow {
  readonly row: TableRow;
  /** The household's id in normal form; undefined when it cannot be read. */
  readonly household: string | undefined;
  /** All other cells as one text. */
  readonly rest: string;
}

/** A row and its counterpart; one of the two is undefined for a row that was added or removed. */
export type RowPair =
  | { readonly before: TableRow | undefined; readonly after: TableRow }
  | { readonly before: TableRow; readonly after: undefined };

interface Pass {
  readonly keyOf: (row: FindableRow) => string | undefined;
  /** Which rows of the older and of the newer file take part. */
  readonly old: (row: FindableRow) => boolean;
  readonly now: (row: FindableRow) => boolean;
}

const any = () => true;
const isUnreadable = ({ household }: FindableRow) => household === undefined;
const byRest = ({ rest }: FindableRow) => rest;
const byPlace = ({ row }: FindableRow) => String(row.row);

/**
 * By the household first. A row whose id could not be read, before or after, is found by its other cells, and failing that by its place:
 * corrections are mostly of exactly such ids.
 */
const PASSES: readonly Pass[] = [
  { keyOf: ({ household }) => household, old: any, now: any },
  { keyOf: byRest, old: isUnreadable, now: any },
  { keyOf: byRest, old: any, now: isUnreadable },
  { keyOf: byPlace, old: isUnreadable, now: any },
  { keyOf: byPlace, old: any, now: isUnreadable },
];

/** The rows of two files side by side: all of the newer one in its order, then those of the older one that are gone. */
export function pairRows(before: readonly FindableRow[], after: readonly FindableRow[]): RowPair[] {
  const partner = new Map<FindableRow, FindableRow>();
  let old = before;
  let now = after;
  for (const pass of PASSES) {
    match(old.filter(pass.old), now.filter(pass.now), pass.keyOf, partner);
    const taken = new Set(partner.values());
    old = old.filter((row) => !taken.has(row));
    now = now.filter((row) => !partner.has(row));
  }
  const pairs = after.map((row) => ({ before: partner.get(row)?.row, after: row.row }));
  return [...pairs, ...old.map(({ row }) => ({ before: row, after: undefined }))];
}

/** Give each row of the newer file the first row of the older one with the same key that nobody has taken. */
function match(
  old: readonly FindableRow[],
  now: readonly FindableRow[],
  keyOf: Pass["keyOf"],
  partner: Map<FindableRow, FindableRow>,
): void {
  const waiting = new Map<string, FindableRow[]>();
  for (const row of [...old].reverse()) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const rows = waiting.get(key);
    if (rows) rows.push(row);
    else waiting.set(key, [row]);
  }
  for (const row of now) {
    const key = keyOf(row);
    const found = key === undefined ? undefined : waiting.get(key)?.pop();
    if (found) partner.set(row, found);
  }
}
