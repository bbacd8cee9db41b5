// SPDX-License-Identifier: Apache-2.0

import type { Identifier } from "./identifier.ts";
import type { ReadRow } from "./readEntitlement.ts";

/** A row that is not accepted because its identifier stands elsewhere too. */
export interface DuplicateRow {
  readonly row: ReadRow;
  readonly name: "duplicateId" | "conflictingId";
  /** The row to look at: the one that is kept, or the first other one. */
  readonly first: number;
}

/**
 * Which rows fall out because several have the same identifier (after normalisation).
 *
 * When all of them state the same amount, nothing is in doubt: the first faultless row is kept and the others
 * fall out. When the amounts differ, or one of them cannot be read, nobody can tell which is meant, and none
 * is kept. Hence a list means the same in whatever order its rows stand, and no household ever gets an amount
 * that its own list contradicts.
 */
export function resolveDuplicates(rows: readonly ReadRow[]): DuplicateRow[] {
  return sharedIdentifiers(rows).flatMap(judge);
}

function sharedIdentifiers(rows: readonly ReadRow[]): ReadRow[][] {
  const firstOf = new Map<Identifier, ReadRow>();
  const shared = new Map<Identifier, ReadRow[]>();
  for (const row of rows) {
    if (row.identifier === undefined) continue;
    const first = firstOf.get(row.identifier);
    if (first === undefined) firstOf.set(row.identifier, row);
    else {
      const known = shared.get(row.identifier);
      if (known) known.push(row);
      else shared.set(row.identifier, [first, row]);
    }
  }
  return [...shared.values()];
}

function judge(rows: readonly ReadRow[]): DuplicateRow[] {
  const amount = rows[0]?.amount;
  const isAgreed = amount !== undefined && rows.every((row) => row.amount === amount);
  // Where no row is faultless nothing is accepted anyway, and the first keeps just the problems it has.
  const kept = isAgreed ? (rows.find((row) => row.problems.length === 0) ?? rows[0]) : undefined;
  return rows.flatMap((row) => {
    if (row === kept) return [];
    const other = kept ?? rows.find((candidate) => candidate !== row) ?? row;
    return [{ row, name: isAgreed ? "duplicateId" : "conflictingId", first: other.source.row } as const];
  });
}
