// SPDX-License-Identifier: Apache-2.0

import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";

interface RowWindow {
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly items: readonly { readonly index: number }[];
  /** Height of the rows that are not in the page, in pixels. */
  readonly above: number;
  readonly below: number;
  /** `ref` of each row, with its index in `data-index`. */
  readonly measure: (element: Element | null) => void;
}

/** Which of many rows are in view. @param guess Height of a row in pixels until the first has been measured. @param keyOf A stable function. */
export function useRowWindow(count: number, guess: number, keyOf: (index: number) => string): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [usual, setUsual] = useState(guess);
  const virtualizer = useVirtualizer({
    count,
    estimateSize: () => usual,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    overscan: 12,
  });
  // Moving the scroll position would end the browser's own way to the first or the last row (Home and End).
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  const items = virtualizer.getVirtualItems();
  const isMeasured = items.length > 0;
  useLayoutEffect(() => {
    const first = scroller.current?.querySelector<HTMLElement>("[data-index]");
    if (!isMeasured || !first) return;
    // In whole pixels, as the rows are measured: by any other guess each row that comes into view would move all that follow.
    setUsual(first.offsetHeight);
    virtualizer.measure();
  }, [isMeasured, virtualizer]);
  return {
    scroller,
    items,
    above: items[0]?.start ?? 0,
    below: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtualizer.measureElement,
  };
}
