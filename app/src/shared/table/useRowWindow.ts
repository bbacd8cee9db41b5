// SPDX-License-Identifier: Apache-2.0

import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";

interface RowWindow {
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly items: readonly { readonly index: number }[];
  /** Height of the rows that are not in the page, in pixels. */
  readonly above: number;
  readonly below: number;
  /** `ref` of each row, with its index in `data-index`. */
  readonly measure: (element: Element | null) => void;
}

/** Which of many rows are in view. @param estimate Height of a row in pixels until it has been measured. */
export function useRowWindow(count: number, estimate: number, keyOf: (index: number) => string): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    estimateSize: () => estimate,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  return {
    scroller,
    items,
    above: items[0]?.start ?? 0,
    below: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtualizer.measureElement,
  };
}
