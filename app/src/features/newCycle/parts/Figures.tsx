// SPDX-License-Identifier: Apache-2.0

import classes from "./parts.module.css";

interface Figure {
  readonly label: string;
  /** As it is shown. */
  readonly value: string;
  readonly tone?: "bad" | undefined;
}

/** The few numbers that a step comes to, side by side. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map(({ label, value, tone }) => (
        <div key={label} className={classes.figure} data-tone={tone}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
