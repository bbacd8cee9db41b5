// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { useOpened } from "../../shared/ui/index.ts";
import classes from "./fundDesk.module.css";

interface PartProps {
  readonly anchor: string;
  readonly title: string;
  readonly hint: string;
  /** Open from the beginning, where something waits for exactly this. */
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** One thing that officers do with the fund, folded away under its name. */
export function Part({ anchor, title, hint, isOpen = false, children }: PartProps) {
  const details = useOpened(isOpen);
  return (
    <details ref={details} className={classes.fold} id={anchor}>
      <summary>{title}</summary>
      <div className={classes.foldBody}>
        <p className={classes.soft}>{hint}</p>
        {children}
      </div>
    </details>
  );
}
