// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle, ShopDetail } from "#sdk/agency/index.ts";
import { amountOf, type Amount as Money } from "#sdk/money/index.ts";
import { countOf, inCurrency } from "../../shared/format/index.ts";
import {
  Amount,
  type Column,
  DataTable,
  Empty,
  Section,
  StateBadge,
  TextLink,
} from "../../shared/ui/index.ts";
import { labelOf, words as shared } from "../../shared/words/index.ts";
import { showPercent } from "./percent.ts";
import classes from "./shops.module.css";
import { words } from "./words/index.ts";

interface ShopTableProps {
  readonly programme: ProgrammeHandle;
  readonly shops: readonly ShopDetail[];
}

/** All shops with what they may do and what they are owed. */
export function ShopTable({ programme, shops }: ShopTableProps) {
  return (
    <Section title={words.list} hint={words.listHint}>
      {(headingId) =>
        shops.length === 0 ? (
          <Empty title={words.empty}>{words.emptyHint}</Empty>
        ) : (
          <DataTable
            labelledBy={headingId}
            columns={columnsOf(programme)}
            rows={shops}
            rowKey={({ shop }) => String(shop)}
            cardsBelow={62}
          />
        )
      }
    </Section>
  );
}

function columnsOf({
  address,
  currency,
}: ProgrammeHandle): readonly [Column<ShopDetail>, ...Column<ShopDetail>[]] {
  const text = words.columns;
  const money = (key: "perDay" | "owed", amount: (row: ShopDetail) => Money): Column<ShopDetail> => ({
    key,
    header: inCurrency(text[key], currency),
    isFigure: true,
    cell: (row) => <Amount value={amount(row)} currency={currency} />,
  });
  return [
    {
      key: "shop",
      header: text.shop,
      cell: ({ shop, code, isActive }) => (
        <span className={classes.name}>
          <TextLink
            to="/console/programmes/$address/shops"
            params={{ address }}
            search={{ shop }}
            fw={600}
            aria-label={words.open(code)}
          >
            {code}
          </TextLink>
          {isActive ? null : <StateBadge tone="quiet" label={words.inactive} />}
        </span>
      ),
    },
    { key: "kind", header: text.kind, cell: ({ kind }) => labelOf(shared.shopKinds, kind) },
    {
      key: "paidBy",
      header: text.paidBy,
      cell: ({ payoutMode }) => labelOf(shared.payoutModes, payoutMode),
    },
    money("perDay", ({ ceilingPerDay }) => amountOf(ceilingPerDay)),
    {
      key: "offline",
      header: text.offline,
      isFigure: true,
      cell: ({ offlineDays }) => countOf(offlineDays, words.days),
    },
    {
      key: "commission",
      header: text.commission,
      isFigure: true,
      cell: ({ commissionBps }) => showPercent(commissionBps),
    },
    money("owed", ({ sum }) => sum.owed),
  ];
}
