// SPDX-License-Identifier: Apache-2.0

import { type ReactNode, useEffect, useRef } from "react";
import { words } from "../words/index.ts";
import classes from "./Page.module.css";

interface PageProps {
  readonly title: string;
  /** Small line above the title, such as the way back. */
  readonly above?: ReactNode;
  readonly intro?: ReactNode;
  readonly children?: ReactNode;
}

// The browser itself places the focus on the first page that it loads, however often that is drawn anew while its figures arrive; on
// later ones the page has to.
const FIRST = typeof window === "undefined" ? "" : window.location.pathname;
let hasMovedOn = false;

/** A page with its heading, which takes the focus after navigation, so that a screen reader says where the reader is now. */
export function Page({ title, above, intro, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    hasMovedOn ||= window.location.pathname !== FIRST;
    if (hasMovedOn) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <title>{words.pageTitle(title)}</title>
      <div className={classes.head}>
        {above}
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {intro === undefined ? null : <div className={classes.intro}>{intro}</div>}
      </div>
      <div className={classes.body}>{children}</div>
    </>
  );
}
