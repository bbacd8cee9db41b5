// SPDX-License-Identifier: Apache-2.0

import { showCount } from "../../shared/format/index.ts";
import { type Column, DataTable, Empty, type Fact, FactGrid, Section } from "../../shared/ui/index.ts";
import { type MessagePlan, messageFor, type Recipients } from "./messageRows.ts";
import classes from "./messages.module.css";
import { smsParts } from "./template.ts";
import { words } from "./words/index.ts";

const text = words.preview;
const SHOWN = 5;
/** Messages whose length is looked at: amounts and places differ little from one household to the next. */
const MEASURED = 200;

interface Row {
  readonly account: number;
  readonly phone: string;
  readonly message: string;
}

const columns: readonly [Column<Row>, ...Column<Row>[]] = [
  { key: "account", header: text.columns.account, cell: ({ account }) => String(account) },
  { key: "phone", header: text.columns.phone, cell: ({ phone }) => phone },
  {
    key: "message",
    header: text.columns.message,
    canWrap: true,
    isWide: true,
    cell: ({ message }) => message,
  },
];

interface PreviewSectionProps {
  readonly recipients: Recipients;
  readonly plan: MessagePlan;
}

/** The first messages as households will read them, how many there are, and what sending them takes. */
export function PreviewSection({ recipients, plan }: PreviewSectionProps) {
  const { withPhone, withoutPhone } = recipients;
  const rows = withPhone.slice(0, SHOWN).map((recipient) => ({
    account: recipient.account,
    phone: recipient.phone,
    message: messageFor(recipient, plan),
  }));
  const parts = withPhone.slice(0, MEASURED).map((recipient) => smsParts(messageFor(recipient, plan)));
  const counts: readonly Fact[] = [
    [words.counts.withPhone, showCount(withPhone.length)],
    [words.counts.withoutPhone, showCount(withoutPhone.length)],
    [words.counts.parts, showCount(Math.max(0, ...parts))],
  ];
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <>
          <FactGrid look="figures" facts={counts} />
          {rows.length === 0 ? (
            <Empty title={text.none}>{text.noneHint}</Empty>
          ) : (
            <DataTable
              labelledBy={headingId}
              columns={columns}
              rows={rows}
              rowKey={({ account }) => String(account)}
            />
          )}
          {withPhone.length > rows.length ? (
            <p className={classes.more}>{text.tooMany(showCount(withPhone.length - rows.length))}</p>
          ) : null}
        </>
      )}
    </Section>
  );
}
