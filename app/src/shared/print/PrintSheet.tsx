// SPDX-License-Identifier: Apache-2.0

import { type ReactNode, useEffect, useEffectEvent } from "react";
import { createPortal } from "react-dom";
import { PAGE_DIRECTION, PAGE_LANGUAGE } from "../words/index.ts";
import classes from "./PrintSheet.module.css";

interface PrintSheetProps {
  readonly children: ReactNode;
  /** The dialog was closed, with or without a print. */
  readonly onDone: () => void;
}

/** Something to be printed by itself, without the page around it: opens the print dialog as soon as it is drawn. Not seen on the screen. */
export function PrintSheet({ children, onDone }: PrintSheetProps) {
  const tellDone = useEffectEvent(onDone);
  useEffect(() => {
    const listener = () => tellDone();
    document.body.dataset.printing = "sheet";
    window.addEventListener("afterprint", listener);
    // After the browser has laid the sheet out.
    const opening = setTimeout(() => window.print());
    return () => {
      clearTimeout(opening);
      window.removeEventListener("afterprint", listener);
      delete document.body.dataset.printing;
    };
  }, []);
  return createPortal(
    <div className={classes.sheet} lang={PAGE_LANGUAGE} dir={PAGE_DIRECTION}>
      {children}
    </div>,
    document.body,
  );
}
