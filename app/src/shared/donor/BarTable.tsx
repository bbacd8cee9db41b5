// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { Currency, Amount as Money } from "#sdk/money/index.ts";
import { shareOf } from "../format/index.ts";
import { Amount } from "../ui/index.ts";
import classes from "./BarTable.module.css";

export interface BarRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly meaning?: string;
  readonly amount: Money;
  /** Stands in place of the plain amount, such as a link to what it is made of. */
  readonly shown?: ReactNode;
  /** Colour of the bar; see the theme's colours of money. */
  readonly tone: string;
  /** Asks for attention, such as money that nobody can explain. */
  readonly isOdd?: boolean;
}

interface BarTableProps {
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  readonly headers: { readonly name: string; readonly chart: string; readonly amount: string };
  readonly rows: readonly BarRow[];
  readonly currency: Currency;
  /** What a full bar stands for; the largest amount, unless given. */
  readonly whole?: Money;
}

/** A bar chart whose bars are a column of the table that says the same exactly. */
export function BarTable({ labelledBy, headers, rows, currency, whole }: BarTableProps) {
  const full = whole ?? largestOf(rows);
  return (
    <table className={classes.table} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{headers.name}</th>
          <th scope="col" className={classes.chart}>
            {headers.chart}
          </th>
          <th scope="col" className={classes.figure}>
            {headers.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, meaning, amount, shown, tone, isOdd }) => (
          <tr key={key} data-odd={isOdd || undefined}>
            <th scope="row">
              <span className={classes.name}>{name}</span>
              {meaning === undefined ? null : <span className={classes.meaning}>{meaning}</span>}
            </th>
            <td className={classes.chart}>
              <span className={classes.track} aria-hidden="true">
                <span
                  className={classes.fill}
                  data-tone={tone}
                  style={{ inlineSize: `${shareOf(amount, full) * 100}%` }}
                />
              </span>
            </td>
            <td className={classes.figure}>{shown ?? <Amount value={amount} currency={currency} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function largestOf(rows: readonly BarRow[]): bigint {
  let largest = 0n;
  for (const { amount } of rows) if (amount > largest) largest = amount;
  return largest;
}
