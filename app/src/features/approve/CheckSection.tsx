// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { amountOf, type Currency } from "#sdk/money/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { showCount, showMoney } from "../../shared/format/index.ts";
import { type Column, DataTable, HexValue, Icon, Section, StateBadge } from "../../shared/ui/index.ts";
import classes from "./approve.module.css";
import type { ComparedFact } from "./check/compareTerms.ts";
import { approveError } from "./errors.ts";
import type { Verdict } from "./useCheck.ts";
import { words } from "./words/index.ts";

const text = words.check;

interface CheckSectionProps {
  readonly verdict: Verdict;
  readonly currency: Currency;
}

/** What the preparer signed beside what this machine worked out, field by field. */
export function CheckSection({ verdict, currency }: CheckSectionProps) {
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <>
          {verdict.agrees ? (
            <p className={classes.agrees} role="status">
              <Icon name="check" size={20} />
              {text.allEqual}
            </p>
          ) : (
            <div className={classes.note}>
              <ErrorNote error={approveError("differs")} />
            </div>
          )}
          <DataTable
            labelledBy={headingId}
            columns={columnsOf(currency)}
            rows={verdict.facts}
            rowKey={({ name }) => name}
            cardsBelow={52}
          />
        </>
      )}
    </Section>
  );
}

function columnsOf(currency: Currency): readonly [Column<ComparedFact>, ...Column<ComparedFact>[]] {
  return [
    { key: "field", header: text.columns.field, cell: ({ name }) => text.fields[name] },
    {
      key: "prepared",
      header: text.columns.prepared,
      isWide: true,
      cell: ({ name, prepared }) => (
        <FactValue value={prepared} currency={currency} what={text.copyPrepared(text.fields[name])} />
      ),
    },
    {
      key: "own",
      header: text.columns.own,
      isWide: true,
      cell: ({ name, own }) => (
        <FactValue value={own} currency={currency} what={text.copyOwn(text.fields[name])} />
      ),
    },
    {
      key: "equal",
      header: text.columns.equal,
      cell: ({ isEqual }) => (
        <StateBadge tone={isEqual ? "good" : "bad"} label={isEqual ? text.equal : text.differs} />
      ),
    },
  ];
}

interface FactValueProps {
  readonly value: ComparedFact["own"];
  readonly currency: Currency;
  /** For the name of the copy button. */
  readonly what: string;
}

function FactValue({ value, currency, what }: FactValueProps): ReactNode {
  if (typeof value === "string") return <HexValue value={value} what={what} />;
  if (typeof value === "number") return showCount(value);
  const amount = amountOf(value);
  return showMoney(amount, currency);
}
