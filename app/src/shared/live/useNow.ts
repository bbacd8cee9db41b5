// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from "react";

/** The time in milliseconds, moving on every `stepMs`. Only for small leaf components: each step draws them again. */
export function useNow(stepMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), stepMs);
    return () => clearInterval(timer);
  }, [stepMs]);
  return now;
}
