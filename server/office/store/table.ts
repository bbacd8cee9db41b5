// SPDX-License-Identifier: Apache-2.0

/** Kinds of columns. Money is text: no integer type of the databases holds 128 bits. Times are Unix seconds. */
export type ColumnKind = "text" | "integer" | "bytes";

/** A table as it is declared. A question mark allows null. */
export interface TableDefinition {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnKind | `${ColumnKind}?`>>;
  readonly key: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
  /** Columns whose values together stand in one row only, beside the key. */
  readonly unique?: readonly (readonly string[])[];
}

interface Kinds {
  text: string;
  integer: number;
  bytes: Uint8Array;
}

/** What a column holds. */
type ValueOf<Declared extends string> = Declared extends `${infer Kind extends ColumnKind}?`
  ? Kinds[Kind] | null
  : Declared extends ColumnKind
    ? Kinds[Declared]
    : never;

/** A row of a declared table. */
export type RowOf<Table extends TableDefinition> = {
  [Column in keyof Table["columns"]]: ValueOf<Table["columns"][Column]>;
};

/** Tables by their names, as Kysely wants them. */
export type TablesOf<Tables extends readonly TableDefinition[]> = {
  [Table in Tables[number] as Table["name"]]: RowOf<Table>;
};
