// SPDX-License-Identifier: Apache-2.0

import { type RefObject, useEffect } from "react";

/**
 * Close a panel by Escape (the focus goes back to the button that opened it), by a click elsewhere, or when somebody tabs out of it.
 * It stays open when a page takes the focus by itself, as a page does whose content changes with who is connected.
 * @param root Holds the button and the panel.
 */
export function useDismiss(root: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    const element = root.current;
    if (!isOpen || element === null) return;
    const isOutside = (target: EventTarget | null) => target instanceof Node && !element.contains(target);
    const listening = new AbortController();
    const { signal } = listening;
    let isTabbing = false;
    const onKey = ({ key }: KeyboardEvent) => {
      isTabbing = key === "Tab";
      if (key !== "Escape") return;
      element.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
      close();
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (isTabbing && isOutside(relatedTarget)) close();
    };
    document.addEventListener("pointerdown", ({ target }) => isOutside(target) && close(), { signal });
    element.addEventListener("focusout", onFocusOut, { signal });
    // On the page, not on the panel: the button that had the focus may have gone, as one does that signed somebody in.
    document.addEventListener("keydown", onKey, { signal });
    return () => listening.abort();
  }, [root, isOpen, close]);
}
