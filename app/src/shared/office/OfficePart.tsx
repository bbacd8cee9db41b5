// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { showClock } from "./clock.ts";
import classes from "./office.module.css";
import { SignIn } from "./SignIn.tsx";
import { useOfficeSession } from "./useOfficeSession.ts";
import { headerWords as words } from "./words/header.ts";

/** The office's part of the officer's menu. Nothing for a console without an office. */
export function OfficePart() {
  const { state, me, signOut, wasEnded } = useOfficeSession();
  if (state === "none") return null;
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{words.title}</h2>
      {state === "reading" ? <p className={classes.hint}>{words.reading}</p> : null}
      {state === "unreachable" ? <Unreachable /> : null}
      {state === "signedOut" ? (
        <>
          <p className={classes.hint}>{wasEnded ? words.otherAccount : words.signedOutHint}</p>
          <SignIn isQuiet words={words} />
        </>
      ) : null}
      {state === "signedIn" && me !== undefined ? (
        <>
          <p>{words.signedInUntil(showClock(me.expiresAt))}</p>
          <Button variant="default" size="xs" onClick={signOut}>
            {words.signOut}
          </Button>
        </>
      ) : null}
    </section>
  );
}

function Unreachable() {
  return (
    <>
      <p>{words.unreachable}</p>
      <p className={classes.hint}>{words.unreachableHint}</p>
    </>
  );
}
