// SPDX-License-Identifier: Apache-2.0

import type { Gift } from "#sdk/funds/desk/index.ts";
import { Amount, type Column, DataTable, HexValue, Section, TextLink } from "../../shared/ui/index.ts";
import { nameIn } from "./names.ts";
import { type FundView, useGifts } from "./useFund.ts";
import { words } from "./words/index.ts";

const text = words.gifts;

/** What whoever is connected gave, each with the way to follow it; nothing while they gave nothing. */
export function GiftsPart({ view }: { readonly view: FundView }) {
  const { data = [] } = useGifts(view.handle);
  if (data.length === 0) return null;
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <DataTable
          labelledBy={headingId}
          columns={columnsOf(view)}
          rows={data}
          rowKey={({ contribution }) => String(contribution)}
        />
      )}
    </Section>
  );
}

function columnsOf({ handle, fund }: FundView): readonly [Column<Gift>, ...Column<Gift>[]] {
  const nameOf = nameIn(fund.recipients);
  return [
    {
      key: "gift",
      header: text.columns.gift,
      cell: ({ contribution, reference }) => reference ?? text.numbered(contribution),
    },
    {
      key: "amount",
      header: text.columns.amount,
      isFigure: true,
      cell: ({ amount }) => <Amount value={amount} currency={handle.currency} withCode />,
    },
    {
      key: "earmark",
      header: text.columns.earmark,
      canWrap: true,
      cell: ({ earmark }) => (earmark === undefined ? words.money.any : (nameOf(earmark) ?? earmark)),
    },
    {
      key: "transaction",
      header: text.columns.transaction,
      cell: ({ transaction }) => <HexValue value={transaction} what={text.theTransaction} />,
    },
    {
      key: "follow",
      header: text.follow,
      isStep: true,
      cell: ({ reference }) =>
        reference === undefined ? undefined : (
          <TextLink
            to="/follow"
            search={{ fund: handle.address, reference }}
            aria-label={text.followThis(reference)}
          >
            {text.follow}
          </TextLink>
        ),
    },
  ];
}
