// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import classes from "./HintLine.module.css";
import { Icon } from "./Icon.tsx";

interface HintLineProps {
  readonly icon?: "info" | "check";
  readonly children: ReactNode;
}

/** One sentence beside an act: why it is not offered, or what to think of before. */
export function HintLine({ icon = "info", children }: HintLineProps) {
  return (
    <p className={classes.hint}>
      <Icon name={icon} size={20} />
      {children}
    </p>
  );
}
