// SPDX-License-Identifier: Apache-2.0

import { Icon } from "../ui/Icon.tsx";
import classes from "./office.module.css";
import { SignIn } from "./SignIn.tsx";
import { useOfficeSession } from "./useOfficeSession.ts";
import { words } from "./words/index.ts";

interface SignInHereProps {
  /** What the office is needed for, in one sentence. */
  readonly why: string;
}

/**
 * Offers to sign in to the office beside something that needs it only now, so that nothing is lost of what is already on the page.
 * Nothing for whoever is signed in, is not connected, has no office, or cannot reach it.
 */
export function SignInHere({ why }: SignInHereProps) {
  const { state } = useOfficeSession();
  if (state !== "signedOut") return null;
  return (
    <div className={classes.note} role="note">
      <Icon name="info" size={20} />
      <p className={classes.noteText}>
        {why} {words.signInHere}
      </p>
      <SignIn isQuiet />
    </div>
  );
}
