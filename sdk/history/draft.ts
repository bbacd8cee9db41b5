// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";
import { type AnyRow, type KeyValues, keyOf, keyText, type Row, type TableName } from "./rows.ts";

/** Names one row. */
export interface RowKey {
  readonly table: TableName;
  readonly key: KeyValues;
}

/** What a batch of events did to one row: `before` is null for a new row. */
export interface RowChange {
  readonly table: TableName;
  readonly before: AnyRow | null;
  readonly after: AnyRow;
}

/** How a row looked before block `block` first touched it; rows born in the block need none, they are deleted by birth. */
export interface BeforeImage {
  readonly block: number;
  readonly table: TableName;
  readonly key: string;
  readonly row: AnyRow;
}

/** Thrown when a handler uses a row that it did not announce, or the events do not fit the rows. */
export class HistoryError extends AnnonaError {
  override readonly name: string = "HistoryError";
}

type RowMap = Map<string, AnyRow | null>;

/**
 * Rows that a batch of events works on: the store admits what was announced, handlers read and replace, and the changes are
 * handed back at the end. Rows are never mutated, so that an earlier one can serve as before-image.
 */
export class Draft {
  readonly #rows = new Map<TableName, RowMap>();
  readonly #admitted = new Map<TableName, RowMap>();
  readonly #changed = new Map<TableName, Set<string>>();
  readonly #touched = new Set<string>();
  readonly #images: BeforeImage[] = [];
  #block = -1;

  /** Rows as the store has them; null for a row that does not exist. */
  admit(table: TableName, key: string, row: AnyRow | null): void {
    mapOf(this.#admitted, table).set(key, row);
    mapOf(this.#rows, table).set(key, row);
  }

  isAdmitted({ table, key }: RowKey): boolean {
    return this.#admitted.get(table)?.has(keyText(key)) ?? false;
  }

  /** Changes from here on belong to this block. Blocks must not go back. */
  enterBlock(block: number): void {
    if (block === this.#block) return;
    this.#block = block;
    this.#touched.clear();
  }

  /** The row, or null when it does not exist. Only for announced rows and rows of this batch. */
  find<T extends TableName>(table: T, key: KeyValues): Row<T> | null {
    const row = this.#rows.get(table)?.get(keyText(key));
    if (row === undefined) {
      throw new HistoryError({
        code: "HIST-901",
        summary: `A row of ${table} was used without being loaded.`,
        next: "This is a defect of the program; please report it with the block number.",
        details: `block ${this.#block}`,
      });
    }
    return row as Row<T> | null;
  }

  /** The row if it is known so far; undefined when it was not loaded, null when it does not exist. */
  peek<T extends TableName>(table: T, key: KeyValues): Row<T> | null | undefined {
    return this.#rows.get(table)?.get(keyText(key)) as Row<T> | null | undefined;
  }

  /** The row, which must exist. */
  get<T extends TableName>(table: T, key: KeyValues): Row<T> {
    const row = this.find(table, key);
    if (row === null) {
      throw new HistoryError({
        code: "HIST-902",
        summary: `An event refers to a row of ${table} that no earlier event made.`,
        next: "Check that the deployment file names the block in which the contracts were deployed, and rebuild the index.",
        details: `block ${this.#block}`,
      });
    }
    return row;
  }

  /** Put a row that does not exist yet. For rows that are announced, {@link find} tells. */
  insert<T extends TableName>(table: T, row: Omit<Row<T>, "born">): void {
    this.#write(table, { ...row, born: this.#block } as unknown as AnyRow);
  }

  /** Replace some columns of an existing row. */
  update<T extends TableName>(table: T, row: Row<T>, changes: Partial<Row<T>>): void {
    this.#write(table, { ...row, ...changes } as unknown as AnyRow);
  }

  changes(): RowChange[] {
    const changes: RowChange[] = [];
    for (const [table, keys] of this.#changed) {
      const rows = mapOf(this.#rows, table);
      const admitted = this.#admitted.get(table);
      for (const key of keys) {
        changes.push({ table, before: admitted?.get(key) ?? null, after: rows.get(key) as AnyRow });
      }
    }
    return changes;
  }

  images(): readonly BeforeImage[] {
    return this.#images;
  }

  #write(table: TableName, row: AnyRow): void {
    const key = keyText(keyOf(table, row));
    const rows = mapOf(this.#rows, table);
    this.#keepImage(table, key, rows.get(key) ?? null);
    rows.set(key, row);
    const changed = this.#changed.get(table);
    if (changed === undefined) this.#changed.set(table, new Set([key]));
    else changed.add(key);
  }

  #keepImage(table: TableName, key: string, before: AnyRow | null): void {
    if (before === null || before.born === this.#block) return;
    const touch = `${table}|${key}`;
    if (this.#touched.has(touch)) return;
    this.#touched.add(touch);
    this.#images.push({ block: this.#block, table, key, row: before });
  }
}

function mapOf(maps: Map<TableName, RowMap>, table: TableName): RowMap {
  const known = maps.get(table);
  if (known !== undefined) return known;
  const rows: RowMap = new Map();
  maps.set(table, rows);
  return rows;
}
