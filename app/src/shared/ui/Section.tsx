// SPDX-License-Identifier: Apache-2.0

import { type ReactNode, useId } from "react";
import classes from "./Section.module.css";

interface SectionProps {
  readonly title: string;
  readonly anchor?: string;
  /** One line of explanation under the title. */
  readonly hint?: ReactNode;
  /** Controls at the end of the title line. */
  readonly aside?: ReactNode;
  /** Gets the id of the heading, to name a table by it. */
  readonly children: (headingId: string) => ReactNode;
}

/** A titled panel of a page. */
export function Section({ title, anchor, hint, aside, children }: SectionProps) {
  const headingId = useId();
  return (
    <section className={classes.panel} id={anchor} aria-labelledby={headingId}>
      <header className={classes.head}>
        <div>
          <h2 id={headingId} className={classes.title}>
            {title}
          </h2>
          {hint === undefined ? null : <p className={classes.hint}>{hint}</p>}
        </div>
        {aside}
      </header>
      {children(headingId)}
    </section>
  );
}
