// SPDX-License-Identifier: Apache-2.0

import { Skeleton, VisuallyHidden } from "@mantine/core";
import { words } from "../words/index.ts";
import classes from "./LedgerList.module.css";

const WIDTHS = ["96%", "88%", "93%", "81%"];

/** Holds the place of rows that are on their way. */
export function LoadingRows() {
  return (
    <div className={classes.loading} aria-busy="true">
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      {WIDTHS.map((width) => (
        <Skeleton key={width} height={16} width={width} radius="sm" />
      ))}
    </div>
  );
}
