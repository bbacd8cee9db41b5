// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { showAgo, showMoment } from "../../shared/format/index.ts";
import { type Column, DataTable, Section, TextLink } from "../../shared/ui/index.ts";
import type { WaitingItem, WaitingSection } from "./board.ts";
import { TaskStep } from "./TaskStep.tsx";
import { type TaskText, taskText } from "./taskWords.ts";
import classes from "./waiting.module.css";
import { words } from "./words/index.ts";

interface Row extends WaitingItem {
  readonly text: TaskText;
  readonly programme: ProgrammeHandle | undefined;
}

const MS_A_SECOND = 1000;

interface WaitingGroupSectionProps {
  readonly section: WaitingSection;
  readonly programmes: readonly ProgrammeHandle[];
}

/** One group of what waits, oldest first, a button each. */
export function WaitingGroupSection({ section, programmes }: WaitingGroupSectionProps) {
  const { title, hint } = words.groups[section.group];
  const rows = section.items.map((item) => rowOf(item, programmes));
  return (
    <Section title={title} hint={hint}>
      {(headingId) => (
        <DataTable labelledBy={headingId} columns={columnsFor(rows)} rows={rows} rowKey={({ key }) => key} />
      )}
    </Section>
  );
}

function rowOf(item: WaitingItem, programmes: readonly ProgrammeHandle[]): Row {
  const { task } = item;
  const programme = programmes.find(({ address }) => address === task.programme);
  const currency = (programme ?? programmes[0])?.currency ?? { code: "", decimals: 0 };
  return { ...item, programme, text: taskText(task, currency) };
}

/** Columns in which no row has anything are left out. */
function columnsFor(rows: readonly Row[]): readonly [Column<Row>, ...Column<Row>[]] {
  const amount: Column<Row> = {
    key: "amount",
    header: words.columns.amount,
    isFigure: true,
    cell: ({ text }) => text.amount,
  };
  const waiting: Column<Row> = {
    key: "since",
    header: words.columns.since,
    cell: ({ since }) => (since === undefined ? undefined : <Since since={since} />),
  };
  return [
    { key: "what", header: words.columns.what, cell: What, isWide: true },
    { key: "programme", header: words.columns.programme, canWrap: true, cell: ProgrammeCell },
    ...(rows.some(({ since }) => since !== undefined) ? [waiting] : []),
    ...(rows.some(({ text }) => text.amount !== undefined) ? [amount] : []),
    {
      key: "step",
      header: words.columns.step,
      isWide: true,
      isStep: true,
      cell: ({ task, text }) => <TaskStep task={task} what={text.what} />,
    },
  ];
}

function What({ text }: Row) {
  return (
    <div className={classes.what}>
      <span>{text.what}</span>
      {text.hint === undefined ? null : <span className={classes.soft}>{text.hint}</span>}
    </div>
  );
}

function ProgrammeCell({ programme }: Row) {
  if (programme === undefined) return "–";
  return (
    <TextLink to="/console/programmes/$address" params={{ address: programme.address }}>
      {programme.name}
    </TextLink>
  );
}

function Since({ since }: { readonly since: number }) {
  return <span title={showMoment(since)}>{showAgo(since * MS_A_SECOND, Date.now())}</span>;
}
