// SPDX-License-Identifier: Apache-2.0

import type { VirtualColumns } from "./column.ts";
import { useRowWindow } from "./useRowWindow.ts";
import { ScrollBox, useKeys } from "./VirtualRows.tsx";
import classes from "./VirtualTable.module.css";

const CARD_PIXELS = 150;

interface VirtualCardsProps<Row> {
  readonly labelledBy: string;
  readonly columns: VirtualColumns<Row>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Keys of rows that are known by their place alone; a stable function. */
  readonly placeKey?: ((index: number) => string) | undefined;
}

/** The rows as cards, for narrow screens. */
export function VirtualCards<Row>(props: VirtualCardsProps<Row>) {
  const { labelledBy, columns, rows, rowKey, placeKey } = props;
  const keyOf = useKeys(rows, rowKey, placeKey);
  const { scroller, items, above, below, measure } = useRowWindow(rows.length, CARD_PIXELS, keyOf);
  const [first, ...rest] = columns;
  return (
    <ScrollBox scroller={scroller}>
      <ul
        className={classes.cards}
        aria-labelledby={labelledBy}
        style={{ paddingBlockStart: above, paddingBlockEnd: below }}
      >
        {items.map(({ index }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <li
              key={rowKey(row)}
              className={classes.card}
              data-index={index}
              ref={measure}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
            >
              <div className={classes.cardHead}>{first.cell(row)}</div>
              <dl className={classes.facts}>
                {rest.map((column) => (
                  <div key={column.key} data-wide={column.isWide || undefined}>
                    <dt>{column.header}</dt>
                    <dd>{column.cell(row)}</dd>
                  </div>
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
    </ScrollBox>
  );
}
