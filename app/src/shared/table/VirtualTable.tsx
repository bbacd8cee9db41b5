// SPDX-License-Identifier: Apache-2.0

import { useMediaQuery } from "@mantine/hooks";
import type { VirtualColumns } from "./column.ts";
import { useSortedRows } from "./useSortedRows.ts";
import { VirtualCards } from "./VirtualCards.tsx";
import { VirtualRows } from "./VirtualRows.tsx";

interface VirtualTableProps<Row> {
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  /** The first column names the row. */
  readonly columns: VirtualColumns<Row>;
  /** A stable array (of a query, or memoised): a new one is sorted anew. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Below this width (em) rows become cards. */
  readonly cardsBelow?: number;
}

/**
 * A table for a hundred thousand rows: only those in view are in the page. Sorts by its column heads; scrolls by itself, also with the
 * keyboard. For tables of at most a few dozen rows take `DataTable`.
 */
export function VirtualTable<Row extends object>(props: VirtualTableProps<Row>) {
  const { labelledBy, columns, rows, rowKey, cardsBelow = 48 } = props;
  const sorted = useSortedRows(columns, rows);
  const isNarrow = useMediaQuery(`(max-width: ${cardsBelow}em)`, undefined, {
    getInitialValueInEffect: false,
  });
  const shared = { labelledBy, columns, rows: sorted.rows, rowKey };
  return isNarrow ? <VirtualCards {...shared} /> : <VirtualRows {...shared} sortingOf={sorted.sortingOf} />;
}
