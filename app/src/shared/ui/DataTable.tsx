// SPDX-License-Identifier: Apache-2.0

import { VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./DataTable.module.css";

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column, so that digits line up. */
  readonly isFigure?: boolean;
  /** Long text, which may break into lines. */
  readonly canWrap?: boolean;
  /** Needs the whole width of a card. */
  readonly isWide?: boolean;
  /** Holds buttons that say themselves what they do: on a card they stand without the column's name. */
  readonly isStep?: boolean;
}

interface DataTableProps<Row> {
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  /** The first column names the row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Below this width (em) rows become cards. A table with many columns asks for more room. */
  readonly cardsBelow?: number;
}

/** Rows as a table or, where there is no room for one, as a list of cards: one markup or the other, so that both read well aloud. */
export function DataTable<Row>({ cardsBelow = 48, ...table }: DataTableProps<Row>) {
  const isNarrow = useMediaQuery(`(max-width: ${cardsBelow}em)`, undefined, {
    getInitialValueInEffect: false,
  });
  return isNarrow ? <Cards {...table} /> : <Table {...table} />;
}

function Table<Row>({ labelledBy, columns, rows, rowKey }: DataTableProps<Row>) {
  const [first, ...rest] = columns;
  return (
    <table className={classes.table} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-figure={column.isFigure || undefined}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
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
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards<Row>({ labelledBy, columns, rows, rowKey }: DataTableProps<Row>) {
  const [first, ...rest] = columns;
  return (
    <ul className={classes.cards} aria-labelledby={labelledBy}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={classes.card}>
          <div className={classes.cardHead}>{first.cell(row)}</div>
          <dl className={classes.facts}>
            {rest.map((column) => (
              <CardFact key={column.key} column={column} row={row} />
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** A value with its name; on a card there is no empty place to keep. */
function CardFact<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const content = column.cell(row);
  if (content === undefined || content === null || content === "") return null;
  return (
    <div data-wide={column.isWide || undefined}>
      <dt>{column.isStep ? <VisuallyHidden>{column.header}</VisuallyHidden> : column.header}</dt>
      <dd>{content}</dd>
    </div>
  );
}
