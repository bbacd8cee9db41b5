// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import classes from "./FactGrid.module.css";

/** A name and what it says. */
export type Fact = readonly [name: string, value: ReactNode];

/** Facts side by side within a section; a value with `data-bad` stands out. */
export function FactGrid({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
