// SPDX-License-Identifier: Apache-2.0

import type { Amount } from "#sdk/money/index.ts";

/**
 * What a column holds. "money" is exact and may need 128 bits, so that stores keep it as decimal text; "integer" stays
 * below 2^53 (ids, days, Unix seconds); a question mark means "may be null".
 */
export type ColumnKind = "text" | "integer" | "money" | "flag";
export type Column = ColumnKind | `${ColumnKind}?`;
export type Columns = Readonly<Record<string, Column>>;

interface Values {
  text: string;
  integer: number;
  money: Amount;
  flag: boolean;
}

type ValueOf<C extends Column> = C extends `${infer K extends ColumnKind}?`
  ? Values[K] | null
  : C extends ColumnKind
    ? Values[C]
    : never;

/** A row as the reducer handles it. `born` is the block in which the row came to be: rolling back deletes by it. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: ValueOf<C[K]> } & { readonly born: number };

export interface Table<C extends Columns = Columns> {
  readonly columns: C;
  /** Names of the columns that identify a row. */
  readonly key: readonly (keyof C & string)[];
  /** Further look-ups that a store should serve fast. */
  readonly indexes: readonly (readonly (keyof C & string)[])[];
}

/** Declare a table. Row types, SQL schema and codecs all follow from this one declaration. */
export function table<const C extends Columns>(
  columns: C,
  key: readonly (keyof C & string)[],
  indexes: readonly (readonly (keyof C & string)[])[] = [],
): Table<C> {
  return { columns, key, indexes };
}

export function kindOf(column: Column): ColumnKind {
  return column.replace("?", "") as ColumnKind;
}

export function isNullable(column: Column): boolean {
  return column.endsWith("?");
}

/** A value as it stands in SQL and JSON: money as decimal text, flags as 0 or 1. */
export type Stored = string | number | null;

export function toStored(kind: ColumnKind, value: unknown): Stored {
  if (value === null) return null;
  if (kind === "money") return (value as bigint).toString();
  if (kind === "flag") return value === true ? 1 : 0;
  return value as string | number;
}

export function fromStored(kind: ColumnKind, value: unknown): string | number | bigint | boolean | null {
  if (value === null || value === undefined) return null;
  if (kind === "money") return BigInt(value as string);
  if (kind === "flag") return Number(value) === 1;
  // PostgreSQL hands 8-byte integers over as text; ours are all below 2^53.
  return kind === "integer" ? Number(value) : (value as string);
}
