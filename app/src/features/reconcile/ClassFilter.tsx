// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { CLASS_NAMES, type Reconciliation, type ResultClass } from "#sdk/reconcile/index.ts";
import { showCount } from "../../shared/format/index.ts";
import { words as shared } from "../../shared/words/index.ts";
import classes from "./reconcile.module.css";
import { words } from "./words/index.ts";

export type Filter = "all" | "open" | ResultClass;

interface ClassFilterProps {
  readonly result: Reconciliation;
  /** Rows that somebody has to look at. */
  readonly open: number;
  readonly value: Filter;
  readonly onChange: (next: Filter) => void;
}

/** How many rows are of each class; a button shows them. */
export function ClassFilter({ result, open, value, onChange }: ClassFilterProps) {
  const present = CLASS_NAMES.filter((name) => result.classes[name].rows > 0);
  const choices: readonly { readonly filter: Filter; readonly label: string; readonly rows: number }[] = [
    { filter: "all", label: words.result.all, rows: result.total.rows },
    { filter: "open", label: words.result.toLookAt, rows: open },
    ...present.map((name) => ({
      filter: name,
      label: shared.resultClasses[name],
      rows: result.classes[name].rows,
    })),
  ];
  return (
    <fieldset className={classes.filter} aria-label={words.result.byClass}>
      {choices.map(({ filter, label, rows }) => (
        <Button
          key={filter}
          size="xs"
          variant={filter === value ? "light" : "default"}
          aria-pressed={filter === value}
          onClick={() => onChange(filter)}
        >
          {label} · {showCount(rows)}
        </Button>
      ))}
    </fieldset>
  );
}
