// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { Icon, TextLink } from "../ui/index.ts";
import classes from "./DeskPath.module.css";
import { words } from "./words/index.ts";

/** Above the title of a console page: the way back to what waits for the reader, and to what the page belongs to. */
export function DeskPath({ children }: { readonly children?: ReactNode }) {
  return (
    <nav className={classes.path} aria-label={words.pathOfPages}>
      <TextLink to="/console">
        <Icon name="arrowLeft" size={16} />
        {words.waiting}
      </TextLink>
      {children}
    </nav>
  );
}
