// SPDX-License-Identifier: Apache-2.0

import classes from "./StateBadge.module.css";

/** What a state means for the reader; the words carry the meaning, the colour only repeats it. */
export type Tone = "good" | "waiting" | "bad" | "quiet" | "busy";

export function StateBadge({ tone, label }: { readonly tone: Tone; readonly label: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {label}
    </span>
  );
}
