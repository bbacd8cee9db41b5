// SPDX-License-Identifier: Apache-2.0

import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useEffect, useMemo } from "react";
import { ErrorNote } from "../../../shared/errors/index.ts";
import type { VirtualColumn, VirtualColumns } from "../../../shared/table/index.ts";
import { VirtualCards } from "../../../shared/table/VirtualCards.tsx";
import { VirtualRows } from "../../../shared/table/VirtualRows.tsx";
import { words } from "../words/index.ts";
import type { LateRow, LoadRows } from "./RowStore.ts";
import { useLateRows } from "./useLateRows.ts";

interface StretchTableProps<Row> {
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  /** A stable array; the first column names the row. */
  readonly columns: VirtualColumns<Row>;
  readonly count: number;
  /** A stable function; a new one means another list. */
  readonly load: LoadRows<Row>;
  /** Below this width (em) rows become cards. */
  readonly cardsBelow?: number;
}

/**
 * A table of rows that stay in the worker: only those that somebody looks at come to the page. It does not sort, because the order of
 * the file is how the preparer finds a row again.
 */
export function StretchTable<Row>({
  labelledBy,
  columns,
  count,
  load,
  cardsBelow = 48,
}: StretchTableProps<Row>) {
  const { rows, want, error } = useLateRows(count, load);
  const late = useMemo(() => lateColumns(columns, want), [columns, want]);
  const isNarrow = useMediaQuery(`(max-width: ${cardsBelow}em)`, undefined, {
    getInitialValueInEffect: false,
  });
  if (error !== undefined) return <ErrorNote error={error} />;
  const shared = { labelledBy, columns: late, rows, rowKey: keyOfRow, placeKey: String };
  return isNarrow ? <VirtualCards {...shared} /> : <VirtualRows {...shared} sortingOf={unsorted} />;
}

const unsorted = () => undefined;
const keyOfRow = ({ index }: LateRow<unknown>) => String(index);

/** The columns for rows that may not be there yet. The cell that names a row asks for it. */
function lateColumns<Row>(
  columns: VirtualColumns<Row>,
  want: (index: number) => void,
): VirtualColumns<LateRow<Row>> {
  const [first, ...rest] = columns;
  return [
    {
      ...lateColumn(first),
      cell: ({ index, row }) => (
        <Wanted index={index} want={want}>
          {row === undefined ? words.problems.loadingRow : first.cell(row)}
        </Wanted>
      ),
    },
    ...rest.map(lateColumn<Row>),
  ];
}

function lateColumn<Row>({ sortBy, cell, ...column }: VirtualColumn<Row>): VirtualColumn<LateRow<Row>> {
  return { ...column, cell: ({ row }) => (row === undefined ? null : cell(row)) };
}

interface WantedProps {
  readonly index: number;
  readonly want: (index: number) => void;
  readonly children: ReactNode;
}

function Wanted({ index, want, children }: WantedProps) {
  useEffect(() => want(index), [index, want]);
  return children;
}
