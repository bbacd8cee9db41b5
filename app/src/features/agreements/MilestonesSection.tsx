// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import type { Agreement, Milestone } from "../../shared/api/index.ts";
import { donorWords, shownCurrency, TransactionLink } from "../../shared/donor/index.ts";
import { countOf, showDay, showMoney } from "../../shared/format/index.ts";
import { type Column, DataTable, Empty, Section, StateBadge, TextLink } from "../../shared/ui/index.ts";
import { labelOf } from "../../shared/words/index.ts";
import classes from "./agreements.module.css";
import { MILESTONE_TONES } from "./tones.ts";
import { words } from "./words/index.ts";

const { milestones: text, columns } = words;

/** Every milestone with its state, its evidence and what was paid for it. */
export function MilestonesSection({ agreement }: { readonly agreement: Agreement }) {
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) =>
        agreement.items.length === 0 ? (
          <Empty title={text.empty}>{text.emptyHint}</Empty>
        ) : (
          <DataTable
            labelledBy={headingId}
            columns={columnsOf(shownCurrency(agreement.currency))}
            rows={agreement.items}
            rowKey={({ id }) => String(id)}
            cardsBelow={66}
          />
        )
      }
    </Section>
  );
}

function columnsOf(currency: Currency): readonly [Column<Milestone>, ...Column<Milestone>[]] {
  return [
    {
      key: "milestone",
      header: columns.milestone,
      cell: ({ id, kind }) => (
        <>
          {donorWords.milestone(id)}
          <span className={classes.soft}>{labelOf(donorWords.milestoneKinds, kind)}</span>
        </>
      ),
    },
    {
      key: "state",
      header: columns.state,
      cell: ({ state, verifications }) => (
        <>
          <StateBadge
            tone={MILESTONE_TONES[state] ?? "quiet"}
            label={labelOf(donorWords.milestoneStates, state)}
          />
          {verifications === 0 ? null : (
            <span className={classes.soft}>{countOf(verifications, text.verifications)}</span>
          )}
        </>
      ),
    },
    { key: "due", header: columns.due, cell: ({ dueDay }) => showDay(dueDay) },
    {
      key: "amount",
      header: columns.amount,
      isFigure: true,
      cell: ({ amount }) => showMoney(amount, currency),
    },
    {
      key: "evidence",
      header: columns.evidence,
      cell: ({ id, evidence }) =>
        evidence === null ? null : (
          <TextLink to="/documents" search={{ hash: evidence }} aria-label={text.checkEvidence(id)}>
            {text.check}
          </TextLink>
        ),
    },
    {
      key: "payments",
      header: columns.payments,
      isWide: true,
      cell: ({ payments }) =>
        payments.length === 0 ? null : (
          <ul className={classes.payments}>
            {payments.map(({ amount, day, transaction }) => (
              <li key={transaction}>
                {text.paidOn(showMoney(amount, currency), showDay(day))}{" "}
                <TransactionLink hash={transaction} />
              </li>
            ))}
          </ul>
        ),
    },
  ];
}
