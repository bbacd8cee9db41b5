// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import classes from "./FactGrid.module.css";

/** A name and what it says. */
export type Fact = readonly [name: string, value: ReactNode];

interface FactGridProps {
  readonly facts: readonly Fact[];
  /** In columns, unless told otherwise; one after the other in a line; or as large figures in a line. */
  readonly look?: "grid" | "line" | "figures";
  /** Stands in something that has its own distance from the edge. */
  readonly isInset?: boolean;
}

/** Facts side by side within a section; a value with `data-bad` or `data-strong` stands out. */
export function FactGrid({ facts, look = "grid", isInset = false }: FactGridProps) {
  return (
    <dl className={classes.facts} data-look={look} data-inset={isInset || undefined}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
