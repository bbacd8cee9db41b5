// SPDX-License-Identifier: Apache-2.0

import type { ColumnChoice } from "./options.ts";

export type FoundColumn =
  | { readonly index: number }
  | { readonly missing: string }
  | { readonly repeated: string };

/**
 * The column of a choice in a header. An exact name goes before one that differs in case; a name that fits
 * several columns is `repeated`, since any of them could be meant.
 */
export function findColumn(columns: readonly string[], choice: ColumnChoice): FoundColumn {
  const names = typeof choice === "string" ? [choice] : choice;
  for (const name of names) {
    const found = findByName(columns, name.trim());
    if (!("missing" in found)) return found;
  }
  return { missing: names.join('" or "') };
}

function findByName(columns: readonly string[], name: string): FoundColumn {
  const exact = indexesOf(columns, (column) => column === name);
  const matches =
    exact.length > 0 ? exact : indexesOf(columns, (column) => column.toLowerCase() === name.toLowerCase());
  const [index] = matches;
  if (index === undefined) return { missing: name };
  return matches.length > 1 ? { repeated: name } : { index };
}

function indexesOf(columns: readonly string[], fits: (column: string) => boolean): number[] {
  return columns.flatMap((column, index) => (fits(column) ? [index] : []));
}
