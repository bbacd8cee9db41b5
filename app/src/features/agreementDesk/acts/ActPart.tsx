// SPDX-License-Identifier: Apache-2.0

import { type ReactNode, useId } from "react";
import classes from "../agreementDesk.module.css";

interface ActPartProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** The frame of one thing that the reader may do with a milestone. */
export function ActPart({ title, hint, children }: ActPartProps) {
  const headingId = useId();
  return (
    <section className={classes.act} aria-labelledby={headingId}>
      <h4 id={headingId} className={classes.actTitle}>
        {title}
      </h4>
      {hint === undefined ? null : <p className={classes.soft}>{hint}</p>}
      {children}
    </section>
  );
}

/** The same for what is done once in a while: folded away under its name. */
export function FoldedAct({ title, hint, children }: ActPartProps) {
  return (
    <details className={classes.folded}>
      <summary>{title}</summary>
      <div className={classes.foldedBody}>
        {hint === undefined ? null : <p className={classes.soft}>{hint}</p>}
        {children}
      </div>
    </details>
  );
}
