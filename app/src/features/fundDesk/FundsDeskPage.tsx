// SPDX-License-Identifier: Apache-2.0

import type { Fund, FundHandle } from "#sdk/funds/desk/index.ts";
import { Loaded } from "../../shared/desk/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { Amount, type Column, DataTable, Empty, Section, TextLink } from "../../shared/ui/index.ts";
import { OpenFundPart } from "./OpenFundPart.tsx";
import { useFunds } from "./useFund.ts";
import { words } from "./words/index.ts";

const text = words.list;

interface Row {
  readonly handle: FundHandle;
  readonly fund: Fund;
  readonly owner: string;
}

/** All funds of the consortium: donors choose one to give to, officers the one that they look after. */
export function FundsDeskPage() {
  const query = useFunds();
  return (
    <Page title={text.title} intro={<p>{text.intro}</p>}>
      <Section title={text.all} hint={text.allHint}>
        {(headingId) => (
          <Loaded query={query}>
            {(funds) =>
              funds.length === 0 ? (
                <Empty title={text.none}>{text.noneHint}</Empty>
              ) : (
                <DataTable
                  labelledBy={headingId}
                  columns={COLUMNS}
                  rows={funds}
                  rowKey={({ handle }) => handle.address}
                  cardsBelow={62}
                />
              )
            }
          </Loaded>
        )}
      </Section>
      <OpenFundPart />
    </Page>
  );
}

const money = (key: "balance" | "contributed" | "allocated"): Column<Row> => ({
  key,
  header: text.columns[key],
  isFigure: true,
  cell: ({ handle, fund }) => <Amount value={fund.money[key]} currency={handle.currency} withCode />,
});

const COLUMNS: readonly [Column<Row>, ...Column<Row>[]] = [
  {
    key: "fund",
    header: text.columns.fund,
    canWrap: true,
    cell: ({ handle: { address, name } }) => (
      <TextLink to="/console/funds/$address" params={{ address }} fw={600}>
        {name}
      </TextLink>
    ),
  },
  { key: "owner", header: text.columns.owner, canWrap: true, cell: ({ owner }) => owner },
  money("balance"),
  money("contributed"),
  money("allocated"),
];
