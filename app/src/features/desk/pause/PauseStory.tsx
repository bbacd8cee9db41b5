// SPDX-License-Identifier: Apache-2.0

import { useId } from "react";
import type { PauseEvent, ProgrammeHandle } from "#sdk/agency/index.ts";
import { reasonText } from "../../../shared/cycles/index.ts";
import { showMoment } from "../../../shared/format/index.ts";
import { type Column, DataTable, HexValue } from "../../../shared/ui/index.ts";
import classes from "../desk.module.css";
import { words } from "../words/index.ts";
import { usePauseStory } from "./usePauses.ts";

const text = words.pause;

/** What was paused and lifted, with reasons; nothing while nothing ever was. */
export function PauseStory({ programme }: { readonly programme: ProgrammeHandle }) {
  const headingId = useId();
  const { data = [] } = usePauseStory(programme);
  if (data.length === 0) return null;
  const rows = data.map((event) => ({ event, isByOfficers: event.by === programme.address }));
  return (
    <>
      <h3 id={headingId} className={classes.subTitle}>
        {text.story.title}
      </h3>
      <DataTable
        labelledBy={headingId}
        columns={COLUMNS}
        rows={rows}
        rowKey={({ event: { kind, at, by } }) => `${kind} ${at} ${by}`}
      />
    </>
  );
}

interface Row {
  readonly event: PauseEvent;
  /** Two officers did it: the programme itself is who acted. */
  readonly isByOfficers: boolean;
}

const COLUMNS: readonly [Column<Row>, ...Column<Row>[]] = [
  {
    key: "what",
    header: text.story.what,
    canWrap: true,
    cell: ({ event: { kind, redemptions, payouts } }) => {
      const scope = redemptions && payouts ? "both" : redemptions ? "redemptions" : "payouts";
      return text.story.kinds[kind](text.scopes[scope]);
    },
  },
  { key: "when", header: text.story.when, cell: ({ event }) => showMoment(event.at) },
  {
    key: "why",
    header: text.reason,
    canWrap: true,
    cell: ({ event: { reason } }) => (reason === undefined ? undefined : reasonText(reason)),
  },
  {
    key: "by",
    header: text.story.by,
    cell: ({ event, isByOfficers }) =>
      isByOfficers ? text.story.officers : <HexValue value={event.by} what={text.story.theAddress} />,
  },
];
