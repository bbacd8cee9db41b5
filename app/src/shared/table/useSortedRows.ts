// SPDX-License-Identifier: Apache-2.0

import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import { LOCALE } from "../words/locale.ts";
import type { SortValue, VirtualColumns } from "./column.ts";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

export type Sorting = "ascending" | "descending" | undefined;

interface SortedRows<Row> {
  readonly rows: readonly Row[];
  /** Undefined for a column that cannot be sorted by. */
  readonly sortingOf: (key: string) => { readonly now: Sorting; readonly toggle: () => void } | undefined;
}

/** The rows in the order that the reader chose: ascending, descending, and as given again. */
export function useSortedRows<Row extends object>(
  columns: VirtualColumns<Row>,
  rows: readonly Row[],
): SortedRows<Row> {
  const definitions = useMemo(() => columns.map(definitionOf<Row>), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns: definitions, data, sortDescFirst: false });
  const { sorting } = table.state;
  return {
    rows: table.getRowModel().rows.map(({ original }) => original),
    sortingOf: (key) => {
      const column = table.getColumn(key);
      if (!column?.getCanSort()) return undefined;
      const own = sorting.find(({ id }) => id === key);
      return { now: own && (own.desc ? "descending" : "ascending"), toggle: () => column.toggleSorting() };
    },
  };
}

function definitionOf<Row extends object>({ key, sortBy }: VirtualColumns<Row>[number]) {
  const byValue: SortFn<typeof features, Row> = (a, b, column) =>
    compare(a.getValue<SortValue>(column), b.getValue<SortValue>(column));
  const definition: ColumnDef<typeof features, Row> = sortBy
    ? { id: key, sortFn: byValue, sortUndefined: "last", accessorFn: sortBy }
    : { id: key, enableSorting: false };
  return definition;
}

const texts = new Intl.Collator(LOCALE, { numeric: true });

function compare(a: SortValue, b: SortValue): number {
  if (typeof a === "string" && typeof b === "string") return texts.compare(a, b);
  if (a === undefined || b === undefined || a === b) return 0;
  return a < b ? -1 : 1;
}
