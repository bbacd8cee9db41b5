// SPDX-License-Identifier: Apache-2.0

import type { BeforeImage, RowKey } from "./draft.ts";
import { type Position, START } from "./reduce.ts";
import { type AnyRow, keyOf, keyText, type Row, type TableName } from "./rows.ts";
import type { Checkpoint, Commit, HistoryStore } from "./store.ts";

/** The history of a chain in memory: for pages that read the chain themselves, and as the plain model of the SQL store. */
export class MemoryStore implements HistoryStore {
  readonly #rows = new Map<TableName, Map<string, AnyRow>>();
  #images: BeforeImage[] = [];
  #checkpoints: Checkpoint[] = [];
  #reached: Checkpoint | null = null;
  #position: Position = START;

  /** All rows of a table, in no particular order. */
  rows<T extends TableName>(table: T): Row<T>[] {
    return [...this.#table(table).values()] as unknown as Row<T>[];
  }

  async position(): Promise<Position> {
    return this.#position;
  }

  async reached(): Promise<Checkpoint | null> {
    return this.#reached;
  }

  async checkpoints(): Promise<readonly Checkpoint[]> {
    return this.#checkpoints.toReversed();
  }

  async load(keys: readonly RowKey[]): Promise<{ key: RowKey; row: AnyRow }[]> {
    return keys.flatMap((key) => {
      const row = this.#table(key.table).get(keyText(key.key));
      return row === undefined ? [] : [{ key, row }];
    });
  }

  async commit({ reduction, checkpoints, undoFrom }: Commit): Promise<void> {
    for (const { table, after } of reduction.changes)
      this.#table(table).set(keyText(keyOf(table, after)), after);
    const passed = new Map(
      [...this.#checkpoints, ...checkpoints].map((checkpoint) => [checkpoint.block, checkpoint]),
    );
    this.#images = [...this.#images, ...reduction.images].filter(({ block }) => block >= undoFrom);
    this.#checkpoints = [...passed.values()].filter(({ block }) => block >= undoFrom - 1);
    this.#reached = checkpoints.at(-1) ?? this.#reached;
    this.#position = reduction.position;
  }

  async rollBack(to: Checkpoint): Promise<void> {
    for (const rows of this.#rows.values()) {
      for (const [key, row] of rows) if (row.born > to.block) rows.delete(key);
    }
    // Backwards, so that the oldest image of a row is the one that stays.
    for (const image of this.#images.toReversed()) {
      if (image.block > to.block && image.row.born <= to.block)
        this.#table(image.table).set(image.key, image.row);
    }
    this.#images = this.#images.filter(({ block }) => block <= to.block);
    this.#checkpoints = this.#checkpoints.filter(({ block }) => block <= to.block);
    this.#reached = to;
    this.#position = { block: to.block, logIndex: Number.MAX_SAFE_INTEGER };
  }

  async clear(): Promise<void> {
    this.#rows.clear();
    this.#images = [];
    this.#checkpoints = [];
    this.#reached = null;
    this.#position = START;
  }

  #table(name: TableName): Map<string, AnyRow> {
    let rows = this.#rows.get(name);
    if (rows === undefined) {
      rows = new Map();
      this.#rows.set(name, rows);
    }
    return rows;
  }
}
