// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { ErrorNote } from "../errors/index.ts";
import classes from "./office.module.css";
import { signInProblem } from "./signInProblem.ts";
import { useOfficeSession } from "./useOfficeSession.ts";
import { words as pageWords } from "./words/index.ts";

interface SignInProps {
  /** Beside more important things. */
  readonly isQuiet?: boolean;
  /** The header's, where it stands there. */
  readonly words?: Pick<typeof pageWords, "declined" | "signIn" | "signingIn">;
}

/** Signs in to the office with the connected wallet. */
export function SignIn({ isQuiet = false, words = pageWords }: SignInProps) {
  const { signIn, isSigningIn, signInError } = useOfficeSession();
  const problem = signInProblem(signInError);
  const look = isQuiet ? ({ variant: "default", size: "xs" } as const) : ({ size: "sm" } as const);
  return (
    <div className={classes.stack}>
      <Button {...look} loading={isSigningIn} onClick={signIn}>
        {words.signIn}
      </Button>
      <p role="status" className={classes.hint}>
        {isSigningIn ? words.signingIn : problem === "declined" ? words.declined : null}
      </p>
      {problem instanceof Error ? <ErrorNote error={problem} /> : null}
    </div>
  );
}
