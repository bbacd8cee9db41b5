// SPDX-License-Identifier: Apache-2.0

import { type ReactNode, useId } from "react";
import type { Breakdown, ControlSheet } from "#sdk/list/index.ts";
import type { Currency } from "#sdk/money/index.ts";
import { Amount, type Column, DataTable, Section } from "../../shared/ui/index.ts";
import classes from "./approve.module.css";
import { BreakdownTable } from "./BreakdownTable.tsx";
import { ComparisonTable } from "./ComparisonTable.tsx";
import { words } from "./words/index.ts";

const text = words.sheet;

interface SheetSectionProps {
  readonly sheet: ControlSheet;
  /** The cycle whose list the sheet compares with. */
  readonly comparedWith: number | undefined;
  readonly currency: Currency;
}

/** The control sheet as worked out here: what a person can judge a list by without its names. */
export function SheetSection({ sheet, comparedWith, currency }: SheetSectionProps) {
  const { comparison } = sheet;
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <div className={classes.tables}>
          {comparison === null || comparedWith === undefined ? (
            <p className={classes.inset}>{text.noComparison}</p>
          ) : (
            <Part title={text.comparison(comparedWith)}>
              {(headingId) => (
                <ComparisonTable labelledBy={headingId} comparison={comparison} currency={currency} />
              )}
            </Part>
          )}
          <Breakdowns sheet={sheet} currency={currency} />
          <Part title={text.largest}>
            {(headingId) => (
              <DataTable
                labelledBy={headingId}
                columns={largestColumns(currency)}
                rows={sheet.largest}
                rowKey={({ account }) => String(account)}
                cardsBelow={20}
              />
            )}
          </Part>
        </div>
      )}
    </Section>
  );
}

/** Only by traits that the list has. */
function Breakdowns({ sheet, currency }: { readonly sheet: ControlSheet; readonly currency: Currency }) {
  const parts: readonly { title: string; column: string; lines: readonly Breakdown[] }[] = [
    { title: text.byArea, column: text.area, lines: sheet.byArea },
    { title: text.byHouseholdSize, column: text.householdSize, lines: sheet.byHouseholdSize },
    { title: text.byGroup, column: text.group, lines: sheet.byGroup },
  ];
  return parts
    .filter(({ lines }) => lines.some(({ key }) => key !== null))
    .map(({ title, column, lines }) => (
      <Part key={title} title={title}>
        {(headingId) => (
          <BreakdownTable labelledBy={headingId} column={column} lines={lines} currency={currency} />
        )}
      </Part>
    ));
}

interface PartProps {
  readonly title: string;
  /** Gets the id of the heading, to name a table by it. */
  readonly children: (headingId: string) => ReactNode;
}

function Part({ title, children }: PartProps) {
  const headingId = useId();
  return (
    <div>
      <h3 id={headingId} className={classes.tableTitle}>
        {title}
      </h3>
      {children(headingId)}
    </div>
  );
}

type Largest = ControlSheet["largest"][number];

function largestColumns(currency: Currency): readonly [Column<Largest>, ...Column<Largest>[]] {
  return [
    { key: "account", header: text.account, cell: ({ account }) => String(account) },
    {
      key: "amount",
      header: text.amount,
      isFigure: true,
      cell: ({ amount }) => <Amount value={amount} currency={currency} withCode />,
    },
  ];
}
