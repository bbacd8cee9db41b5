// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { useOpened } from "../../shared/ui/index.ts";
import classes from "./desk.module.css";

interface FoldProps {
  readonly title: string;
  readonly hint: string;
  /** Open from the beginning, for whoever came to do exactly this. */
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** Something that is done once in a while: its form is folded away under its name. */
export function Fold({ title, hint, isOpen = false, children }: FoldProps) {
  const details = useOpened(isOpen);
  return (
    <details ref={details} className={classes.fold}>
      <summary>{title}</summary>
      <div className={classes.foldBody}>
        <p className={classes.soft}>{hint}</p>
        {children}
      </div>
    </details>
  );
}
