// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import classes from "./Empty.module.css";
import { Icon, type IconName } from "./Icon.tsx";

interface EmptyProps {
  readonly icon?: IconName;
  readonly title: string;
  /** What will stand here, and what makes it appear. */
  readonly children: ReactNode;
}

/** In place of a list that has nothing in it yet. */
export function Empty({ icon = "info", title, children }: EmptyProps) {
  return (
    <div className={classes.root}>
      <Icon name={icon} size={22} />
      <p className={classes.title}>{title}</p>
      <p className={classes.text}>{children}</p>
    </div>
  );
}
