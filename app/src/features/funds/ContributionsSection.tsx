// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import type { Currency } from "#sdk/money/index.ts";
import { type Contribution, contributionsQuery } from "../../shared/api/index.ts";
import { RefLink, TransactionLink } from "../../shared/donor/index.ts";
import { shorten, showDay, showMoney } from "../../shared/format/index.ts";
import { LedgerSection } from "../../shared/list/index.ts";
import { type Column, Empty, TextLink } from "../../shared/ui/index.ts";
import { words as common, labelOf } from "../../shared/words/index.ts";
import { words } from "./words/index.ts";

const text = words.contributions;

interface ContributionsSectionProps {
  readonly address: string;
  readonly currency: Currency;
}

/** What donors gave and what came back, each with the way to follow it. */
export function ContributionsSection({ address, currency }: ContributionsSectionProps) {
  const query = useInfiniteQuery(contributionsQuery(address));
  return (
    <LedgerSection
      title={text.title}
      hint={text.hint}
      query={query}
      empty={<Empty title={text.empty}>{text.emptyHint}</Empty>}
      moreLabel={common.showOlder}
      columns={columnsOf(address, currency)}
      rowKey={({ id }) => String(id)}
      cardsBelow={66}
    />
  );
}

function columnsOf(
  fund: string,
  currency: Currency,
): readonly [Column<Contribution>, ...Column<Contribution>[]] {
  const { columns } = words;
  return [
    {
      key: "reference",
      header: columns.reference,
      cell: (contribution) => <bdi>{nameOf(contribution)}</bdi>,
    },
    { key: "day", header: columns.day, cell: ({ day }) => showDay(day) },
    { key: "what", header: columns.what, cell: ({ kind }) => labelOf(text.kinds, kind) },
    {
      key: "earmark",
      header: columns.earmark,
      canWrap: true,
      cell: ({ earmark }) => (earmark === null ? text.any : <RefLink to={earmark} />),
    },
    {
      key: "amount",
      header: columns.amount,
      isFigure: true,
      cell: ({ amount }) => showMoney(amount, currency),
    },
    {
      key: "transaction",
      header: columns.transaction,
      cell: ({ transaction }) => <TransactionLink hash={transaction} />,
    },
    {
      key: "follow",
      header: text.follow,
      isStep: true,
      cell: (contribution) =>
        contribution.reference === null ? null : (
          <TextLink
            to="/follow"
            search={{ fund, reference: contribution.referenceText ?? contribution.reference }}
            aria-label={text.followThis(nameOf(contribution))}
          >
            {text.follow}
          </TextLink>
        ),
    },
  ];
}

/** The donor's own reference; else the number in the fund. */
function nameOf({ id, reference, referenceText }: Contribution): string {
  if (referenceText) return referenceText;
  return reference === null ? text.numbered(id) : shorten(reference);
}
