// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useState } from "react";
import { config } from "../../../shared/config/index.ts";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { showMoment } from "../../../shared/format/index.ts";
import { UnlockHouseholds } from "../../../shared/households/index.ts";
import { type OfficeState, useOfficeSession } from "../../../shared/office/index.ts";
import { words } from "../words/index.ts";
import classes from "./draft.module.css";
import type { DraftDesk } from "./useDraft.ts";

const text = words.draft;

interface DraftLineProps {
  readonly draft: DraftDesk;
  /** Whether the step asks for the passphrase itself. */
  readonly isAsked: boolean;
  readonly onReload: () => void;
}

/** Whether what is on the page is saved, and what it takes; when another tab has a newer version, the way to it. */
export function DraftLine({ draft, isAsked, onReload }: DraftLineProps) {
  const { status, isLocked } = draft;
  const { state, me } = useOfficeSession();
  const [isUnlocking, setIsUnlocking] = useState(false);
  if (status.kind === "conflict") {
    return (
      <div className={classes.conflict}>
        <ErrorNote error={status.error} />
        <Button onClick={onReload}>{text.reload}</Button>
      </div>
    );
  }
  const canUnlock = isLocked && me !== undefined && !isAsked;
  return (
    <>
      <div className={classes.line}>
        <p role="status">{isLocked && me !== undefined ? text.locked : howSaved(status, state)}</p>
        {canUnlock && !isUnlocking ? (
          <Button variant="default" size="xs" onClick={() => setIsUnlocking(true)}>
            {text.unlock}
          </Button>
        ) : null}
      </div>
      {canUnlock && isUnlocking ? <UnlockHouseholds why={text.unlockToSave} /> : null}
    </>
  );
}

function howSaved(status: DraftDesk["status"], office: OfficeState): string {
  if (config().officeUrl === null) return text.noOffice;
  if (office === "unreachable" || status.kind === "failed") return text.offline;
  if (office === "signedOut") return text.signedOut;
  if (status.kind === "saving") return text.saving;
  return status.kind === "saved" ? text.saved(showMoment(Math.floor(status.at / 1000))) : text.unsaved;
}
