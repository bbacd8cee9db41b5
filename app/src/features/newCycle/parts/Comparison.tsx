// SPDX-License-Identifier: Apache-2.0

import type { ListComparison } from "#sdk/list/index.ts";
import type { Currency, Amount as Money } from "#sdk/money/index.ts";
import { showCount, showMoney } from "../../../shared/format/index.ts";
import { Amount, type Column, DataTable, Section } from "../../../shared/ui/index.ts";
import { words } from "../words/index.ts";
import classes from "./check.module.css";

const text = words.check;
const LINES = ["previous", "added", "dropped", "unchanged", "raised", "lowered"] as const;

interface ChangeLine {
  readonly name: (typeof LINES)[number];
  readonly households: number;
  readonly total: Money;
  /** What the same households got in the cycle before. */
  readonly before?: Money;
}

interface ComparisonProps {
  readonly comparison: ListComparison | null;
  /** Number of the cycle that the list is compared with. */
  readonly cycle: number | undefined;
  readonly currency: Currency;
}

/** What became of the households of the cycle before. */
export function Comparison({ comparison, cycle, currency }: ComparisonProps) {
  if (comparison === null || cycle === undefined) {
    return (
      <Section title={text.lines.previous}>{() => <p className={classes.note}>{text.noPrevious}</p>}</Section>
    );
  }
  const rows: readonly ChangeLine[] = LINES.map((name) => ({ name, ...comparison[name] }));
  return (
    <Section title={text.comparison(cycle)}>
      {(headingId) => (
        <DataTable
          labelledBy={headingId}
          columns={changeColumns(currency)}
          rows={rows}
          rowKey={({ name }) => name}
          cardsBelow={0}
        />
      )}
    </Section>
  );
}

function changeColumns(currency: Currency): readonly [Column<ChangeLine>, ...Column<ChangeLine>[]] {
  return [
    { key: "name", header: text.change, cell: ({ name }) => text.lines[name] },
    {
      key: "households",
      header: text.households,
      isFigure: true,
      cell: ({ households }) => showCount(households),
    },
    {
      key: "total",
      header: `${text.total} (${currency.code})`,
      isFigure: true,
      cell: ({ total, before, households }) => (
        <>
          <Amount value={total} currency={currency} />
          {before === undefined || households === 0 ? null : (
            <span className={classes.before}>{text.before(showMoney(before, currency))}</span>
          )}
        </>
      ),
    },
  ];
}
