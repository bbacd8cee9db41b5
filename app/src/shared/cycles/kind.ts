// SPDX-License-Identifier: Apache-2.0

import type { CycleDetail } from "#sdk/agency/index.ts";
import { CYCLE_KINDS } from "#sdk/history/names.ts";
import { words as common, labelOf } from "../words/index.ts";
import { words } from "./words/index.ts";

/** A cycle's kind in words, with the cycle that it belongs to. */
export function kindOfCycle({ terms: { kind, parent } }: CycleDetail): string {
  const label = labelOf(common.cycleKinds, CYCLE_KINDS[kind] ?? String(kind));
  return parent === 0 ? label : words.ofParent(label, parent);
}
