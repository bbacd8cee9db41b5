// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import type { Rate } from "../../shared/api/index.ts";
import { donorWords, TransactionLink } from "../../shared/donor/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { type Column, DataTable, Section, TextLink } from "../../shared/ui/index.ts";
import classes from "./overview.module.css";
import { isoCurrency, showRate } from "./showRate.ts";
import { words } from "./words/index.ts";

const text = words.rates;

interface RatesSectionProps {
  readonly rates: readonly Rate[];
  readonly currency: Currency;
}

/** The rates at which units of a local currency were issued, each with the document that it rests on. */
export function RatesSection({ rates, currency }: RatesSectionProps) {
  return (
    <Section title={text.title(currency.code)} hint={rates.length === 0 ? undefined : text.hint}>
      {(headingId) =>
        rates.length === 0 ? (
          <p className={classes.note}>{text.none}</p>
        ) : (
          <DataTable
            labelledBy={headingId}
            columns={columnsOf(currency)}
            rows={rates}
            rowKey={({ transaction, document }) => `${transaction} ${document}`}
            cardsBelow={100}
          />
        )
      }
    </Section>
  );
}

function columnsOf(currency: Currency): readonly [Column<Rate>, ...Column<Rate>[]] {
  return [
    { key: "rate", header: text.rate, cell: (rate) => showRate(rate, currency) },
    { key: "issued", header: text.issued, isFigure: true, cell: ({ amount }) => showMoney(amount, currency) },
    {
      key: "against",
      header: text.against,
      isFigure: true,
      cell: ({ sourceAmount, sourceCurrency }) => showMoney(sourceAmount, isoCurrency(sourceCurrency)),
    },
    {
      key: "document",
      header: text.document,
      cell: ({ document }) => (
        <TextLink to="/documents" search={{ hash: document }}>
          {text.check}
        </TextLink>
      ),
    },
    {
      key: "transaction",
      header: donorWords.transaction,
      cell: ({ transaction }) => <TransactionLink hash={transaction} />,
    },
  ];
}
