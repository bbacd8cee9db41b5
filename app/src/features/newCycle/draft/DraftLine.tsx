// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { showMoment } from "../../../shared/format/index.ts";
import { useOfficeSession } from "../../../shared/office/index.ts";
import { words } from "../words/index.ts";
import classes from "./draft.module.css";
import type { DraftDesk } from "./useDraft.ts";

const text = words.draft;

interface DraftLineProps {
  readonly draft: DraftDesk;
  readonly hasFile: boolean;
  readonly onReload: () => void;
}

/** Whether what is on the page is saved; when another tab has a newer version, the way to it. */
export function DraftLine({ draft, hasFile, onReload }: DraftLineProps) {
  const { status } = draft;
  if (!hasFile) return null;
  if (status.kind === "conflict") {
    return (
      <div className={classes.conflict}>
        <ErrorNote error={status.error} />
        <Button onClick={onReload}>{text.reload}</Button>
      </div>
    );
  }
  return (
    <p className={classes.line} role="status">
      <Said draft={draft} />
    </p>
  );
}

function Said({ draft: { status, isLocked } }: { readonly draft: DraftDesk }) {
  const { state } = useOfficeSession();
  if (isLocked) return text.locked;
  if (state === "unreachable" || status.kind === "failed") return text.offline;
  if (status.kind === "saving") return text.saving;
  return status.kind === "saved" ? text.saved(showMoment(Math.floor(status.at / 1000))) : text.unsaved;
}
