// SPDX-License-Identifier: Apache-2.0

import type { CSSProperties } from "react";
import { amountOf, type Currency } from "#sdk/money/index.ts";
import type { Month } from "../../shared/api/index.ts";
import { donorWords } from "../../shared/donor/index.ts";
import { showAmount, showCompact, showMoney, showMonth } from "../../shared/format/index.ts";
import { type Column, DataTable, Section } from "../../shared/ui/index.ts";
import { type Charted, drawMonths, STATES } from "./drawMonths.ts";
import classes from "./months.module.css";
import { words } from "./words/index.ts";

const text = words.months;

interface MonthsSectionProps {
  readonly months: readonly Month[];
  readonly currency: Currency;
}

/** What was given, passed on, spent and paid in each month: drawn for who looks, as a table for everybody. */
export function MonthsSection({ months, currency }: MonthsSectionProps) {
  if (months.length === 0) return null;
  return (
    <Section title={text.title(currency.code)} hint={text.hint}>
      {(headingId) => (
        <>
          <Chart months={months} currency={currency} />
          <details className={classes.behind}>
            <summary>{text.table}</summary>
            <DataTable
              labelledBy={headingId}
              columns={columnsOf(currency)}
              rows={months.toReversed()}
              rowKey={({ month }) => month}
              cardsBelow={66}
            />
          </details>
        </>
      )}
    </Section>
  );
}

/** Hidden from screen readers: the table below says the same, and exactly. */
function Chart({ months, currency }: MonthsSectionProps) {
  const { shown, ticks } = drawMonths(months);
  return (
    <div aria-hidden="true" className={classes.chart}>
      <ul className={classes.legend}>
        {STATES.map((state) => (
          <li key={state}>
            <span className={classes.swatch} data-state={state} />
            {stateName(state)}
          </li>
        ))}
      </ul>
      <div className={classes.plot}>
        {ticks.map(({ height, amount }) => (
          <span key={height} className={classes.tick} style={{ insetBlockEnd: `${height * 100}%` }}>
            <span>{showCompact(amount, currency)}</span>
          </span>
        ))}
        <ol className={classes.months} data-many={shown.length > 6 || undefined}>
          {shown.map(({ month, bars, year }) => (
            <li key={month} title={inFull(months, month, currency)}>
              <span className={classes.bars}>
                {bars.map(({ state, height }) => (
                  <span key={state} data-state={state} style={{ "--height": height } as CSSProperties} />
                ))}
              </span>
              <span className={classes.name}>
                {showMonth(month, "short")}
                <span>{year}</span>
              </span>
            </li>
          ))}
        </ol>
      </div>
      {shown.length < months.length ? <p className={classes.soft}>{text.latest(shown.length)}</p> : null}
    </div>
  );
}

/** What a mouse that rests on a month is told: the same as its row of the table. */
function inFull(months: readonly Month[], month: string, currency: Currency): string {
  const found = months.find((one) => one.month === month);
  const lines = STATES.map((state) =>
    text.amount(stateName(state), showMoney(amountOf(found?.[state] ?? 0n), currency)),
  );
  return [showMonth(month, "long"), ...lines].join("\n");
}

function columnsOf(currency: Currency): readonly [Column<Month>, ...Column<Month>[]] {
  const money = (state: Charted): Column<Month> => ({
    key: state,
    header: stateName(state),
    isFigure: true,
    cell: (month) => showAmount(amountOf(month[state]), currency),
  });
  return [
    { key: "month", header: text.month, cell: ({ month }) => showMonth(month, "long") },
    ...STATES.map(money),
  ];
}

function stateName(state: Charted): string {
  return donorWords.states[state]?.name ?? state;
}
