// SPDX-License-Identifier: Apache-2.0

import { amountOf, type Currency, type Amount as Money } from "#sdk/money/index.ts";
import type { Programme } from "../../shared/api/index.ts";
import { showMoney, showShare } from "../../shared/format/index.ts";
import { MoneyBar, type MoneyPart, MoneySwatch, moneyParts, totalMoney } from "../../shared/money/index.ts";
import { Amount, Empty, Section } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import classes from "./MoneySection.module.css";

const text = words.money;

/** Where every unit of the programme's money stands: a bar, and behind it a table that says the same exactly. */
export function MoneySection({ programme }: { readonly programme: Programme }) {
  const { balances, currency } = programme;
  const total = totalMoney(balances);
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) =>
        total === 0n ? (
          <Empty title={text.empty}>{text.emptyHint}</Empty>
        ) : (
          <>
            <div className={classes.headline}>
              <p className={classes.total}>
                <Amount value={total} currency={currency} withCode />
              </p>
              <p className={classes.totalLabel}>{totalLabel(programme)}</p>
            </div>
            {total === broughtIn(programme) ? null : (
              <p className={classes.warning}>
                {text.doesNotAddUp(showMoney(broughtIn(programme), currency))}
              </p>
            )}
            <div className={classes.bar}>
              <MoneyBar balances={balances} />
            </div>
            <MoneyTable
              headingId={headingId}
              parts={moneyParts(balances)}
              total={total}
              currency={currency}
            />
          </>
        )
      }
    </Section>
  );
}

/** What sources brought in and did not get back. */
function broughtIn({ funded, returned }: Programme): Money {
  return amountOf(funded - returned);
}

function totalLabel({ returned, currency }: Programme): string {
  return returned === 0n ? text.total : text.totalReturned(showMoney(returned, currency));
}

interface MoneyTableProps {
  readonly headingId: string;
  readonly parts: readonly MoneyPart[];
  readonly total: Money;
  readonly currency: Currency;
}

function MoneyTable({ headingId, parts, total, currency }: MoneyTableProps) {
  return (
    <table className={classes.table} aria-labelledby={headingId}>
      <thead>
        <tr>
          <th scope="col">{text.term}</th>
          <th scope="col" className={classes.meaning}>
            {text.meaning}
          </th>
          <th scope="col" className={`${classes.figure} ${classes.share}`}>
            {text.share}
          </th>
          <th scope="col" className={classes.figure}>
            {text.amount(currency.code)}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ term, name, meaning, amount }) => (
          <tr key={term}>
            <th scope="row">
              <span className={classes.term}>
                <MoneySwatch term={term} />
                {name}
              </span>
              <span className={classes.meaningBelow}>{meaning}</span>
            </th>
            <td className={classes.meaning}>{meaning}</td>
            <td className={`${classes.figure} ${classes.share}`}>{showShare(amount, total)}</td>
            <td className={classes.figure}>
              <Amount value={amount} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
