// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { config } from "../config/index.ts";
import { Icon } from "../ui/Icon.tsx";
import { useWallet } from "../wallet/useWallet.ts";
import classes from "./office.module.css";
import { SignIn } from "./SignIn.tsx";
import { useOfficeSession } from "./useOfficeSession.ts";
import { words } from "./words/index.ts";

/** Shows what is inside to whoever is signed in to the office, and to everybody else the way there. */
export function NeedsOffice({ children }: { readonly children: ReactNode }) {
  const { state, me, wasEnded } = useOfficeSession();
  const { address } = useWallet();
  if (config().officeUrl === null) return <Note>{words.noOffice}</Note>;
  if (address === undefined) return <Note>{words.needsWallet}</Note>;
  if (state === "reading") return <Note>{words.reading}</Note>;
  // Whoever is at work keeps what is on the page while the server is away for a moment: the banner says so.
  if (me !== undefined) return children;
  if (state === "unreachable") return <Note>{`${words.unreachable} ${words.unreachableHint}`}</Note>;
  return (
    <Note aside={<SignIn />}>
      {wasEnded ? `${words.otherAccount} ` : null}
      {words.needsSession}
    </Note>
  );
}

function Note({ aside, children }: { readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes.note} role="note">
      <Icon name="info" size={20} />
      <p className={classes.noteText}>{children}</p>
      {aside}
    </div>
  );
}
