// SPDX-License-Identifier: Apache-2.0

import { useCallback } from "react";
import { Icon } from "../ui/Icon.tsx";
import { words } from "../words/index.ts";
import type { VirtualColumn, VirtualColumns } from "./column.ts";
import { useRowWindow } from "./useRowWindow.ts";
import type { Sorting } from "./useSortedRows.ts";
import classes from "./VirtualTable.module.css";

const ROW_PIXELS = 41;

interface VirtualRowsProps<Row> {
  readonly labelledBy: string;
  readonly columns: VirtualColumns<Row>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Keys of rows that are known by their place alone; a stable function. */
  readonly placeKey?: ((index: number) => string) | undefined;
  readonly sortingOf: (key: string) => { readonly now: Sorting; readonly toggle: () => void } | undefined;
}

/** A real table, so that it reads well aloud; empty rows stand for those that are out of view. */
export function VirtualRows<Row>(props: VirtualRowsProps<Row>) {
  const { labelledBy, columns, rows, rowKey, placeKey, sortingOf } = props;
  const keyOf = useKeys(rows, rowKey, placeKey);
  const { scroller, items, above, below, measure } = useRowWindow(rows.length, ROW_PIXELS, keyOf);
  return (
    <ScrollBox scroller={scroller}>
      <table className={classes.table} aria-labelledby={labelledBy} aria-rowcount={rows.length + 1}>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={width === undefined ? undefined : { inlineSize: `${width}em` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Head key={column.key} column={column} sorting={sortingOf(column.key)} />
            ))}
          </tr>
        </thead>
        <Gap pixels={above} columns={columns.length} />
        <tbody>
          {items.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <tr key={rowKey(row)} aria-rowindex={index + 2} data-index={index} ref={measure}>
                <Cells columns={columns} row={row} />
              </tr>
            );
          })}
        </tbody>
        <Gap pixels={below} columns={columns.length} />
      </table>
    </ScrollBox>
  );
}

interface ScrollBoxProps {
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly children: React.ReactNode;
}

/** What scrolls takes the focus, or the keyboard could not scroll it. */
const BY_KEYBOARD = { tabIndex: 0 };

export function ScrollBox({ scroller, children }: ScrollBoxProps) {
  return (
    <div ref={scroller} className={classes.scroller} {...BY_KEYBOARD}>
      {children}
    </div>
  );
}

/**
 * The key of a row by its index; the index itself for one that is gone since the last measurement. The function stays the same while the
 * rows do: with another one every row of the list is measured anew, which for 100,000 takes longer than a frame.
 */
export function useKeys<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  placeKey?: (index: number) => string,
): (index: number) => string {
  const byRow = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? String(index) : rowKey(row);
    },
    [rows, rowKey],
  );
  return placeKey ?? byRow;
}

interface HeadProps<Row> {
  readonly column: VirtualColumn<Row>;
  readonly sorting: { readonly now: Sorting; readonly toggle: () => void } | undefined;
}

function Head<Row>({ column: { header, isFigure }, sorting }: HeadProps<Row>) {
  const shared = { scope: "col", "data-figure": isFigure || undefined } as const;
  if (sorting === undefined) return <th {...shared}>{header}</th>;
  return (
    <th {...shared} aria-sort={sorting.now ?? "none"}>
      <button
        type="button"
        className={classes.sort}
        title={words.table.sortBy(header)}
        onClick={sorting.toggle}
      >
        {header}
        <span className={classes.arrow} data-sorting={sorting.now}>
          <Icon name="chevronRight" size={14} />
        </span>
      </button>
    </th>
  );
}

function Cells<Row>({ columns, row }: { readonly columns: VirtualColumns<Row>; readonly row: Row }) {
  const [first, ...rest] = columns;
  return (
    <>
      <th scope="row">{first.cell(row)}</th>
      {rest.map((column) => (
        <td
          key={column.key}
          data-figure={column.isFigure || undefined}
          data-wrap={column.canWrap || undefined}
        >
          {column.cell(row)}
        </td>
      ))}
    </>
  );
}

function Gap({ pixels, columns }: { readonly pixels: number; readonly columns: number }) {
  if (pixels <= 0) return null;
  return (
    <tbody aria-hidden="true" className={classes.gap}>
      <tr>
        <td colSpan={columns} style={{ blockSize: pixels }} />
      </tr>
    </tbody>
  );
}
