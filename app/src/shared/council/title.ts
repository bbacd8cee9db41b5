// SPDX-License-Identifier: Apache-2.0

import type { CouncilAct } from "#sdk/council/acts.ts";
import { showCount } from "../format/index.ts";
import type { CouncilNames } from "./names.ts";
import { sentenceOf } from "./sentence.ts";
import { words } from "./words/index.ts";

/** The first of a proposal's acts in words, and how many more there are. */
export function titleOf(names: CouncilNames, acts: readonly CouncilAct[]): string {
  const [first, ...more] = acts.map((act) => sentenceOf(act, names));
  return more.length === 0 ? (first ?? "") : `${first} ${words.more(showCount(more.length))}`;
}
