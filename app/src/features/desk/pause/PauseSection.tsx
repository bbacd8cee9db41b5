// SPDX-License-Identifier: Apache-2.0

import type { Pause, ProgrammeHandle, ProgrammePauses } from "#sdk/agency/index.ts";
import { Loaded } from "../../../shared/desk/index.ts";
import { showMoment } from "../../../shared/format/index.ts";
import { useLedgerTime } from "../../../shared/live/index.ts";
import { type Column, DataTable, HexValue, Section, StateBadge } from "../../../shared/ui/index.ts";
import { words } from "../words/index.ts";
import { PauseActs } from "./PauseActs.tsx";
import { PauseStory } from "./PauseStory.tsx";
import { usePauseStory, usePauses } from "./usePauses.ts";

const text = words.pause;
const SWITCHES = ["redemptions", "payouts"] as const;

/** The two switches of a programme: what is paused, by whom and until when, and who can pause and lift. */
export function PauseSection({ programme }: { readonly programme: ProgrammeHandle }) {
  const query = usePauses(programme);
  const { data: story = [] } = usePauseStory(programme);
  // What is closed cannot be paused, only read.
  if (query.data?.isClosed === true && story.length === 0) return null;
  return (
    <Section title={text.title} hint={text.hint} anchor="pause">
      {(headingId) => (
        <Loaded query={query}>
          {(pauses) => (
            <>
              {pauses.isClosed ? null : (
                <>
                  <Switches headingId={headingId} pauses={pauses} />
                  <PauseActs programme={programme} pauses={pauses} />
                </>
              )}
              <PauseStory programme={programme} />
            </>
          )}
        </Loaded>
      )}
    </Section>
  );
}

interface SwitchesProps {
  readonly headingId: string;
  readonly pauses: ProgrammePauses;
}

interface Row {
  readonly name: (typeof SWITCHES)[number];
  readonly pause: Pause;
  readonly now: number;
}

function Switches({ headingId, pauses }: SwitchesProps) {
  const now = useLedgerTime();
  const rows = SWITCHES.map((name) => ({ name, pause: pauses[name], now }));
  return <DataTable labelledBy={headingId} columns={COLUMNS} rows={rows} rowKey={({ name }) => name} />;
}

const COLUMNS: readonly [Column<Row>, ...Column<Row>[]] = [
  { key: "switch", header: text.columns.switch, cell: ({ name }) => text.switches[name] },
  {
    key: "state",
    header: text.columns.state,
    cell: ({ pause: { isPaused } }) => (
      <StateBadge tone={isPaused ? "bad" : "good"} label={isPaused ? text.paused : text.on} />
    ),
  },
  {
    key: "guardian",
    header: text.columns.guardian,
    cell: ({ pause: { since } }) => (since === undefined ? undefined : text.since(showMoment(since))),
  },
  {
    key: "member",
    header: text.columns.member,
    canWrap: true,
    cell: ({ pause: { byMember }, now }) =>
      byMember === undefined || now >= byMember.until ? undefined : (
        <>
          {text.lapses(showMoment(byMember.until))} <HexValue value={byMember.member} what={text.theMember} />
        </>
      ),
  },
];
