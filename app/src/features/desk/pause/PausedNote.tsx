// SPDX-License-Identifier: Apache-2.0

import { Anchor } from "@mantine/core";
import type { ProgrammeHandle, ProgrammePauses } from "#sdk/agency/index.ts";
import { Icon } from "../../../shared/ui/index.ts";
import classes from "../desk.module.css";
import { words } from "../words/index.ts";
import { usePauses } from "./usePauses.ts";

const text = words.pause.note;

/** Said before everything else on the page of a programme in which something is paused, or that is closed. */
export function PausedNote({ programme }: { readonly programme: ProgrammeHandle }) {
  const { data } = usePauses(programme);
  const note = data === undefined ? undefined : noteOf(data);
  if (note === undefined) return null;
  return (
    <div className={classes.note} data-over={note === "closed" || undefined} role="status">
      <Icon name={note === "closed" ? "info" : "alert"} size={20} />
      <p>{text[note]}</p>
      {note === "closed" ? null : (
        <Anchor inherit href="#pause">
          {text.see}
        </Anchor>
      )}
    </div>
  );
}

function noteOf({ redemptions, payouts, isClosed }: ProgrammePauses) {
  if (isClosed) return "closed";
  if (redemptions.isPaused && payouts.isPaused) return "both";
  if (redemptions.isPaused) return "redemptions";
  return payouts.isPaused ? "payouts" : undefined;
}
