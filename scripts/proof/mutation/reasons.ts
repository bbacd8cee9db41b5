// SPDX-License-Identifier: Apache-2.0
import { basename } from "node:path";
import type { Mutant } from "./mutate.ts";

/** A row of docs/mutation.md: why no test can notice a mutant. */
export interface SurvivorReason {
  /** Contract and function: `Council.execute`. */
  readonly place: string;
  /** What is changed: `> becomes >=: at > until`. */
  readonly change: string;
  readonly reason: string;
}

const ROW = /^\| `([\w.]+)` \| `(.+?)` \| (\S.*?) \|$/gm;

/** Reads the rows; a bar within code is written `\|` as everywhere in tables. */
export function readReasons(page: string): SurvivorReason[] {
  return [...page.matchAll(ROW)].map(([, place = "", change = "", reason = ""]) => ({
    place,
    change: change.replaceAll("\\|", "|"),
    reason,
  }));
}

/** The reason that is written down for a mutant, if there is one. */
export function reasonFor(mutant: Mutant, reasons: readonly SurvivorReason[]): string | undefined {
  const place = `${basename(mutant.file, ".sol")}.${mutant.where}`;
  const change = `${mutant.operator}: ${mutant.code}`;
  return reasons.find((each) => each.place === place && each.change === change)?.reason;
}
