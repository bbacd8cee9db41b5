// SPDX-License-Identifier: Apache-2.0

import { Progress } from "@mantine/core";
import { showCount } from "../../shared/format/index.ts";
import classes from "./cards.module.css";
import { words } from "./words/index.ts";

interface IssueProgressProps {
  readonly done: number;
  readonly all: number;
}

/** How many of the cards the office has taken. */
export function IssueProgress({ done, all }: IssueProgressProps) {
  const label = words.issue.progress(showCount(done), showCount(all));
  return (
    <div role="status">
      <Progress value={(done / all) * 100} aria-label={label} />
      <p className={classes.soft}>{label}</p>
    </div>
  );
}
