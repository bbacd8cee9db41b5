// SPDX-License-Identifier: Apache-2.0

import { type RefObject, useEffect, useRef } from "react";

/** Opens a folded part when something waits in it, and never closes it: whoever is reading there has it open for a reason. */
export function useOpened(isOpen: boolean): RefObject<HTMLDetailsElement | null> {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isOpen && details.current !== null) details.current.open = true;
  }, [isOpen]);
  return details;
}
