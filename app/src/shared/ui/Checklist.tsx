// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import classes from "./Checklist.module.css";
import { Icon } from "./Icon.tsx";
import { StateBadge, type Tone } from "./StateBadge.tsx";

export interface CheckedItem {
  readonly key: string;
  readonly name: string;
  readonly isDone: boolean;
  readonly tone: Tone;
  /** The state in a word or two. */
  readonly label: string;
  /** How much of it is left, or why it does not matter. */
  readonly note: ReactNode;
  /** Where it is put right. */
  readonly links: ReactNode;
}

interface ChecklistProps {
  /** Id of the heading that names the list. */
  readonly labelledBy: string;
  readonly items: readonly CheckedItem[];
}

/** What is looked at before an act that cannot be taken back. */
export function Checklist({ labelledBy, items }: ChecklistProps) {
  return (
    <ul className={classes.list} aria-labelledby={labelledBy}>
      {items.map(({ key, name, isDone, tone, label, note, links }) => (
        <li key={key} className={classes.item} data-done={isDone || undefined}>
          <span className={classes.mark}>
            <Icon name={isDone ? "check" : "info"} size={18} />
          </span>
          <span className={classes.text}>
            <span className={classes.name}>{name}</span>
            <span className={classes.soft}>{note}</span>
          </span>
          <span className={classes.end}>
            {links}
            <StateBadge tone={tone} label={label} />
          </span>
        </li>
      ))}
    </ul>
  );
}
