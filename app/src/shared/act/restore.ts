// SPDX-License-Identifier: Apache-2.0

import { keptActs } from "./kept.ts";
import { type Surroundings, watchAgain } from "./perform.ts";

let isRestored = false;

/** Watch again for everything that was under way when the tab was loaded, once. */
export function restoreActs(around: Surroundings): void {
  if (isRestored) return;
  isRestored = true;
  for (const kept of keptActs()) void watchAgain(around, kept);
}
