// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import type { Shop } from "../../shared/api/index.ts";
import { showCount, showDay } from "../../shared/format/index.ts";
import { Amount, type Column, StateBadge, TextLink } from "../../shared/ui/index.ts";
import { labelOf, words } from "../../shared/words/index.ts";
import { RECEIPTS_ANCHOR } from "./anchors.ts";
import classes from "./programme.module.css";

const text = words.shops;

export function shopColumns(address: string, currency: Currency): readonly [Column<Shop>, ...Column<Shop>[]] {
  const money = (
    key: "sold" | "refunded" | "settled" | "owed",
    amount: (shop: Shop) => Shop["owed"],
  ): Column<Shop> => ({
    key,
    header: text.columns[key],
    isFigure: true,
    cell: (shop) => <Amount value={amount(shop)} currency={currency} />,
  });
  return [
    { key: "shop", header: text.columns.shop, cell: (shop) => <ShopName address={address} shop={shop} /> },
    { key: "kind", header: text.columns.kind, cell: ({ kind }) => labelOf(words.shopKinds, kind) },
    {
      key: "paidBy",
      header: text.columns.paidBy,
      cell: ({ payoutMode }) => labelOf(words.payoutModes, payoutMode),
    },
    {
      key: "terminals",
      header: text.columns.terminals,
      isFigure: true,
      cell: ({ terminals }) => showCount(terminals),
    },
    money("sold", ({ gross }) => gross),
    money("refunded", ({ refunds }) => refunds),
    money("settled", ({ settled }) => settled),
    money("owed", ({ owed }) => owed),
    {
      key: "last",
      header: text.columns.last,
      cell: ({ lastReceiptDay }) => (lastReceiptDay === null ? text.noReceipt : showDay(lastReceiptDay)),
    },
  ];
}

/** The shop's code leads to its receipts. */
function ShopName({ address, shop }: { readonly address: string; readonly shop: Shop }) {
  return (
    <span className={classes.shopName}>
      <TextLink
        to="/programmes/$address"
        params={{ address }}
        search={{ shop: shop.id }}
        hash={RECEIPTS_ANCHOR}
        fw={600}
        aria-label={text.receiptsOf(shop.code)}
      >
        {shop.code}
      </TextLink>
      {shop.isActive ? null : <StateBadge tone="quiet" label={text.inactive} />}
    </span>
  );
}
