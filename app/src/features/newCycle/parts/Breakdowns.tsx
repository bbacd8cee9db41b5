// SPDX-License-Identifier: Apache-2.0

import type { Breakdown } from "#sdk/list/index.ts";
import type { Currency, Amount as Money } from "#sdk/money/index.ts";
import { shareOf, showCount } from "../../../shared/format/index.ts";
import { Amount, type Column, DataTable, Meter, Section } from "../../../shared/ui/index.ts";
import { words } from "../words/index.ts";
import classes from "./parts.module.css";

const text = words.problems;

/** One of the largest amounts: by the row of the file, or once accounts are known by the account. */
interface LargeAmount {
  readonly row?: number;
  readonly account?: number;
  readonly amount: Money;
}

interface BreakdownsProps {
  /** What a file or a control sheet comes to. */
  readonly result: {
    readonly total: Money;
    readonly byArea: readonly Breakdown[];
    readonly byHouseholdSize: readonly Breakdown[];
    readonly byGroup: readonly Breakdown[];
    readonly largest: readonly LargeAmount[];
  };
  readonly currency: Currency;
}

/** Totals by everything that is known of the households, and the largest amounts. */
export function Breakdowns({ result, currency }: BreakdownsProps) {
  const tables = [
    { title: text.byArea, name: text.goodColumns.area, lines: result.byArea },
    { title: text.bySize, name: text.goodColumns.size, lines: result.byHouseholdSize },
    { title: text.byGroup, name: text.goodColumns.group, lines: result.byGroup },
  ].filter(({ lines }) => lines.some(({ key }) => key !== null));
  if (result.largest.length === 0) return null;
  return (
    <div className={classes.pair}>
      {tables.map(({ title, name, lines }) => (
        <Section key={title} title={title}>
          {(headingId) => (
            <DataTable
              labelledBy={headingId}
              columns={breakdownColumns(name, result.total, currency)}
              rows={lines}
              rowKey={({ key }) => String(key)}
              cardsBelow={0}
            />
          )}
        </Section>
      ))}
      <Section title={text.largest} hint={text.largestHint}>
        {(headingId) => (
          <DataTable
            labelledBy={headingId}
            columns={largestColumns(whoIn(result.largest), currency)}
            rows={result.largest}
            rowKey={({ row, account }) => String(row ?? account)}
            cardsBelow={0}
          />
        )}
      </Section>
    </div>
  );
}

function breakdownColumns(
  name: string,
  total: Money,
  currency: Currency,
): readonly [Column<Breakdown>, ...Column<Breakdown>[]] {
  return [
    {
      key: "key",
      header: name,
      cell: ({ key }) => key ?? <span className={classes.soft}>{text.notKnown}</span>,
    },
    {
      key: "households",
      header: words.check.households,
      isFigure: true,
      cell: ({ households }) => showCount(households),
    },
    {
      key: "total",
      header: `${text.goodColumns.amount} (${currency.code})`,
      isFigure: true,
      cell: (line) => (
        <>
          <Amount value={line.total} currency={currency} />
          <Meter share={shareOf(line.total, total)} />
        </>
      ),
    },
  ];
}

function whoIn([first]: readonly LargeAmount[]): string {
  return first?.account === undefined ? text.goodColumns.row : words.check.listColumns.account;
}

function largestColumns(
  who: string,
  currency: Currency,
): readonly [Column<LargeAmount>, ...Column<LargeAmount>[]] {
  return [
    { key: "who", header: who, cell: ({ row, account }) => String(account ?? row) },
    {
      key: "amount",
      header: `${text.goodColumns.amount} (${currency.code})`,
      isFigure: true,
      cell: ({ amount }) => <Amount value={amount} currency={currency} />,
    },
  ];
}
