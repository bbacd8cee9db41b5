// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { words } from "../words/index.ts";
import classes from "./parts.module.css";

interface StepFrameProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly onBack?: (() => void) | undefined;
  /** The one next step. */
  readonly next?: ReactNode;
  readonly children: ReactNode;
}

// The first step that is shown comes with the page, whose own heading has the focus.
let isFirstStep = true;

/** One step: its heading, which takes the focus, what belongs to it, and the way on and back. */
export function StepFrame({ title, hint, onBack, next, children }: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstStep) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
    isFirstStep = false;
  }, []);
  return (
    <div className={classes.frame}>
      <header>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        {hint === undefined ? null : <p className={classes.hint}>{hint}</p>}
      </header>
      {children}
      {onBack === undefined && next === undefined ? null : (
        <footer className={classes.footer}>
          {onBack === undefined ? null : (
            <Button variant="default" onClick={onBack}>
              {words.back}
            </Button>
          )}
          <div className={classes.next}>{next}</div>
        </footer>
      )}
    </div>
  );
}
