// SPDX-License-Identifier: Apache-2.0

import { Loader, Progress } from "@mantine/core";
import classes from "./parts.module.css";

interface BusyProps {
  /** What is being done. */
  readonly children: string;
  /** How much of it is done, 0 to 1; undefined while nobody can say. */
  readonly share?: number | undefined;
}

/** Something that takes a while, said aloud too. */
export function Busy({ children, share }: BusyProps) {
  return (
    <div className={classes.busy} role="status">
      {share === undefined ? <Loader size={18} /> : null}
      <p>{children}</p>
      {share === undefined ? null : (
        <Progress className={classes.progress} value={share * 100} aria-label={children} />
      )}
    </div>
  );
}
