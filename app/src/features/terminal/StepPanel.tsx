// SPDX-License-Identifier: Apache-2.0

import { type ReactNode, useEffect, useId, useRef } from "react";
import classes from "./terminal.module.css";

interface StepPanelProps {
  readonly title: string;
  /** A field of the step takes the focus; otherwise the heading does, so that a screen reader says which step it is. */
  readonly hasField?: boolean;
  readonly children: ReactNode;
}

/** The frame of one step at the counter. */
export function StepPanel({ title, hasField = false, children }: StepPanelProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!hasField) heading.current?.focus({ preventScroll: true });
  }, [hasField]);
  return (
    <section className={classes.panel} aria-labelledby={headingId}>
      <h2 id={headingId} ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
