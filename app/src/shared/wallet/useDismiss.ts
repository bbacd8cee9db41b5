// SPDX-License-Identifier: Apache-2.0

import { type RefObject, useEffect } from "react";

/**
 * Close a panel by Escape (the focus goes back to the button that opened it), by a click elsewhere, or when the focus leaves it.
 * @param root Holds the button and the panel.
 */
export function useDismiss(root: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    const element = root.current;
    if (!isOpen || element === null) return;
    const isOutside = (target: EventTarget | null) => target instanceof Node && !element.contains(target);
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener("pointerdown", ({ target }) => isOutside(target) && close(), { signal });
    element.addEventListener("focusout", ({ relatedTarget }) => isOutside(relatedTarget) && close(), {
      signal,
    });
    element.addEventListener(
      "keydown",
      ({ key }) => {
        if (key !== "Escape") return;
        element.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
        close();
      },
      { signal },
    );
    return () => listening.abort();
  }, [root, isOpen, close]);
}
