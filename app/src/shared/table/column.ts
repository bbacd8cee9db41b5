// SPDX-License-Identifier: Apache-2.0

import type { Column } from "../ui/DataTable.tsx";

export type SortValue = string | number | bigint | undefined;

/** A column of a {@link VirtualTable}: as of the small tables, and how to sort by it. */
export interface VirtualColumn<Row> extends Column<Row> {
  /** What rows are sorted by; a column without it cannot be sorted by. Rows without a value come last. */
  readonly sortBy?: (row: Row) => SortValue;
  /** Width in em. Without it the widest of the rows in view decides, and columns can move while scrolling. */
  readonly width?: number;
}

export type VirtualColumns<Row> = readonly [VirtualColumn<Row>, ...VirtualColumn<Row>[]];
