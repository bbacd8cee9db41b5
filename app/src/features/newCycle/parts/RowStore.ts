// SPDX-License-Identifier: Apache-2.0

import type { Stretch } from "../worker/protocol.ts";

/** How many rows are asked for at once. */
const STRETCH = 200;

/** A row by its place; the row itself is there once it was fetched. */
export interface LateRow<Row> {
  readonly index: number;
  readonly row: Row | undefined;
}

export type LoadRows<Row> = (stretch: Stretch) => Promise<readonly Row[]>;

/** Rows of a long list that is kept in the worker, fetched stretch by stretch when somebody looks at them. */
export class RowStore<Row> {
  /** A new array whenever rows have come. */
  rows: readonly LateRow<Row>[];
  readonly #asked = new Set<number>();
  readonly #load: LoadRows<Row>;

  constructor(count: number, load: LoadRows<Row>) {
    this.rows = Array.from({ length: count }, (_, index) => ({ index, row: undefined }));
    this.#load = load;
  }

  /** Fetch the stretch around a row; undefined when it was asked for before. */
  fetch(index: number): Promise<void> | undefined {
    const from = index - (index % STRETCH);
    if (this.#asked.has(from)) return undefined;
    this.#asked.add(from);
    return this.#load({ from, count: STRETCH }).then((fetched) => {
      const rows = [...this.rows];
      fetched.forEach((row, i) => {
        rows[from + i] = { index: from + i, row };
      });
      this.rows = rows;
    });
  }
}
