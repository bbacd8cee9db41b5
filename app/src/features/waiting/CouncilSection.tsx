// SPDX-License-Identifier: Apache-2.0

import { decodeCall, type Proposal } from "#sdk/council/index.ts";
import { titleOf } from "../../shared/council/index.ts";
import type { CouncilTasks } from "../../shared/councilRoom/index.ts";
import { showCount, showMoment } from "../../shared/format/index.ts";
import { ButtonLink, type Column, DataTable, Section } from "../../shared/ui/index.ts";
import classes from "./waiting.module.css";
import { words } from "./words/index.ts";

const text = words.council;

interface Row {
  readonly proposal: Proposal;
  readonly what: string;
  readonly isReady: boolean;
}

/** What waits for a member of the council: votes first, then what only has to be carried out. */
export function CouncilSection({ tasks }: { readonly tasks: CouncilTasks }) {
  const rowOf = (isReady: boolean) => (proposal: Proposal) => ({
    proposal,
    isReady,
    what: titleOf(
      tasks.ground.names,
      proposal.calls.map((call) => decodeCall(tasks.ground.book, call)),
    ),
  });
  const rows: Row[] = [...tasks.votes.map(rowOf(false)), ...tasks.ready.map(rowOf(true))];
  if (rows.length === 0) return null;
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <DataTable
          labelledBy={headingId}
          columns={columnsFor(tasks.ready.length > 0)}
          rows={rows}
          rowKey={({ proposal }) => String(proposal.id)}
        />
      )}
    </Section>
  );
}

/** Only what can be carried out has an end. */
function columnsFor(hasEnds: boolean): readonly [Column<Row>, ...Column<Row>[]] {
  return hasEnds ? [WHAT, UNTIL, STEP] : [WHAT, STEP];
}

const WHAT: Column<Row> = {
  key: "what",
  header: words.columns.what,
  isWide: true,
  canWrap: true,
  cell: ({ what, proposal: { id, approvedBy, approvalsNeeded } }) => (
    <div className={classes.what}>
      <span>{what}</span>
      <span className={classes.soft}>
        {text.proposal(showCount(id))},{" "}
        {words.tasks.approvalsOf(showCount(approvedBy.length), showCount(approvalsNeeded))}
      </span>
    </div>
  ),
};

const UNTIL: Column<Row> = {
  key: "until",
  header: text.until,
  cell: ({ isReady, proposal: { window } }) =>
    isReady && window !== undefined ? showMoment(window.until) : undefined,
};

const STEP: Column<Row> = {
  key: "step",
  header: words.columns.step,
  isWide: true,
  isStep: true,
  cell: ({ proposal: { id }, what, isReady }) => {
    const label = isReady ? text.carryOut : text.vote;
    return (
      <ButtonLink
        size="xs"
        variant="light"
        to="/console/council/$id"
        params={{ id: String(id) }}
        aria-label={words.stepOf(label, what)}
      >
        {label}
      </ButtonLink>
    );
  },
};
