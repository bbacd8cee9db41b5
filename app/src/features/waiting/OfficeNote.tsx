// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useOfficeSession } from "../../shared/office/index.ts";
import { Icon } from "../../shared/ui/index.ts";
import classes from "./waiting.module.css";
import { words } from "./words/index.ts";

/** Says when what the office knows is missing from the page, so that an empty page is never mistaken for nothing to do. */
export function OfficeNote() {
  const { state, signIn, isSigningIn } = useOfficeSession();
  if (state === "unreachable") {
    return (
      <div className={classes.note} role="status">
        <Icon name="alert" size={20} />
        <p>{words.officeSilent}</p>
      </div>
    );
  }
  if (state !== "signedOut") return null;
  return (
    <div className={classes.note}>
      <Icon name="info" size={20} />
      <p>{words.officeSignedOut}</p>
      <Button variant="default" size="xs" loading={isSigningIn} onClick={signIn}>
        {words.signIn}
      </Button>
    </div>
  );
}
