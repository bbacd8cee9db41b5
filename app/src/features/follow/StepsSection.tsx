// SPDX-License-Identifier: Apache-2.0

import type { Follow, FollowStep } from "../../shared/api/index.ts";
import { RefLink, shownCurrency, TransactionLink } from "../../shared/donor/index.ts";
import { showDay, showMoney } from "../../shared/format/index.ts";
import { type Column, DataTable, Section } from "../../shared/ui/index.ts";
import classes from "./follow.module.css";
import { words } from "./words/index.ts";

const text = words.steps;

/** The allocations that took the contribution along, in their order. */
export function StepsSection({ follow }: { readonly follow: Follow }) {
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) =>
        follow.steps.length === 0 ? (
          <p className={classes.note}>{text.none}</p>
        ) : (
          <DataTable
            labelledBy={headingId}
            columns={columnsOf(follow)}
            rows={follow.steps}
            rowKey={({ allocation }) => String(allocation)}
            cardsBelow={54}
          />
        )
      }
    </Section>
  );
}

function columnsOf(follow: Follow): readonly [Column<FollowStep>, ...Column<FollowStep>[]] {
  const currency = shownCurrency(follow.currency);
  return [
    {
      key: "allocation",
      header: text.allocation,
      cell: ({ allocation, day }) => (
        <>
          {showDay(day)}
          <span className={classes.sub}>{text.numbered(allocation)}</span>
        </>
      ),
    },
    { key: "to", header: text.to, canWrap: true, cell: ({ recipient }) => <RefLink to={recipient} /> },
    { key: "amount", header: text.amount, isFigure: true, cell: ({ amount }) => showMoney(amount, currency) },
    {
      key: "returned",
      header: text.returned,
      isFigure: true,
      cell: ({ returned }) => (returned === 0n ? "" : showMoney(returned, currency)),
    },
    {
      key: "proof",
      header: words.parts.proof,
      cell: ({ transaction }) => <TransactionLink hash={transaction} />,
    },
  ];
}
