// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { NeedsOffice, useOffice } from "../../../shared/office/index.ts";
import classes from "../agreementDesk.module.css";
import { words } from "../words/index.ts";

/** What needs the office, on a page that offers to sign in at its top: the offer is not made again beside each milestone. */
export function AtOffice({ children }: { readonly children: ReactNode }) {
  const { state } = useOffice();
  if (state === "signedOut") return <p className={classes.soft}>{words.files.signInAbove}</p>;
  return <NeedsOffice>{children}</NeedsOffice>;
}
