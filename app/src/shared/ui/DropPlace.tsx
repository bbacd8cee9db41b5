// SPDX-License-Identifier: Apache-2.0

import type { ComponentProps, ReactNode } from "react";
import classes from "./FileDrop.module.css";

interface DropPlaceProps extends Omit<ComponentProps<"section">, "className" | "aria-label"> {
  readonly label: string;
  readonly icon?: ReactNode;
}

/** The dashed panel in which a file is asked for, or worked on. */
export function DropPlace({ label, icon, children, ...section }: DropPlaceProps) {
  return (
    <section {...section} className={classes.drop} aria-label={label}>
      {icon}
      <p className={classes.title}>{label}</p>
      {children}
    </section>
  );
}
