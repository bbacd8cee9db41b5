// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import { type FundSummary, fundsQuery } from "../../shared/api/index.ts";
import { shownCurrency } from "../../shared/donor/index.ts";
import { showCount, showMoney } from "../../shared/format/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LedgerSection } from "../../shared/list/index.ts";
import { type Column, Empty, TextLink } from "../../shared/ui/index.ts";
import { words } from "./words/index.ts";

const text = words.columns;

export function FundsPage() {
  const query = useInfiniteQuery(fundsQuery());
  return (
    <Page title={words.title} intro={<p>{words.intro}</p>}>
      <LedgerSection
        title={words.list}
        query={query}
        empty={<Empty title={words.empty}>{words.emptyHint}</Empty>}
        columns={columns}
        rowKey={({ address }) => address}
        cardsBelow={62}
      />
    </Page>
  );
}

const money = (key: "contributed" | "allocated" | "held"): Column<FundSummary> => ({
  key,
  header: text[key],
  isFigure: true,
  cell: (fund) => showMoney(fund[key], shownCurrency(fund.currency)),
});

const columns: readonly [Column<FundSummary>, ...Column<FundSummary>[]] = [
  {
    key: "fund",
    header: text.fund,
    cell: ({ address, name }) => (
      <TextLink to="/funds/$address" params={{ address }} fw={600}>
        {name || words.one}
      </TextLink>
    ),
  },
  {
    key: "organisation",
    header: text.organisation,
    canWrap: true,
    cell: ({ organisation }) => organisation.name,
  },
  money("contributed"),
  money("allocated"),
  money("held"),
  {
    key: "contributions",
    header: text.contributions,
    isFigure: true,
    cell: ({ contributions }) => showCount(contributions),
  },
];
