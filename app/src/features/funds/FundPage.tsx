// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type Fund, fundQuery } from "../../shared/api/index.ts";
import { BarTable, RefLink, shownCurrency } from "../../shared/donor/index.ts";
import { ExportsSection } from "../../shared/exports/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LoadedPage } from "../../shared/list/index.ts";
import { type Column, DataTable, Section, TextLink, WayBack } from "../../shared/ui/index.ts";
import { AllocationsSection } from "./AllocationsSection.tsx";
import { ContributionsSection } from "./ContributionsSection.tsx";
import { words } from "./words/index.ts";

const route = getRouteApi("/funds/$address");

const wayBack = <WayBack to="/funds">{words.back}</WayBack>;

export function FundPage() {
  const { address } = route.useParams();
  const query = useQuery(fundQuery(address));
  return (
    <LoadedPage query={query} title={words.one} above={wayBack} section={words.money.title}>
      {(fund) => <KnownFund fund={fund} />}
    </LoadedPage>
  );
}

function KnownFund({ fund }: { readonly fund: Fund }) {
  const { address, currency } = fund;
  return (
    <Page title={fund.name || words.one} above={wayBack} intro={<p>{fund.organisation.name}</p>}>
      <MoneySection fund={fund} />
      <PotsSection fund={fund} />
      <ContributionsSection address={address} currency={shownCurrency(currency)} />
      <AllocationsSection address={address} currency={shownCurrency(currency)} />
      <p>
        <TextLink to="/timeline" search={{ fund: address }}>
          {words.happened}
        </TextLink>
      </p>
      <ExportsSection
        of={`/api/funds/${address}`}
        files={[
          ["contributions.csv", "CSV"],
          ["contributions.hxl.csv", "HXL"],
          ["contributions.json", "JSON"],
        ]}
        currency={shownCurrency(currency).code}
      />
    </Page>
  );
}

/** The lines of the fund's own sum; what is odd only where there is any. */
function MoneySection({ fund }: { readonly fund: Fund }) {
  const currency = shownCurrency(fund.currency);
  const text = words.money;
  const lines = [
    ["contributed", "free", false],
    ["returned", "fees", false],
    ["allocated", "settled", false],
    ["held", "reserved", false],
    ["unbooked", "instructed", true],
    ["unattributed", "owed", true],
  ] as const;
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <BarTable
          labelledBy={headingId}
          headers={{
            name: text.place,
            chart: text.chart,
            amount: `${words.columns.amount} (${currency.code})`,
          }}
          rows={lines
            .filter(([key, , isOdd]) => !isOdd || fund[key] > 0n)
            .map(([key, tone, isOdd]) => ({ key, name: text[key], amount: fund[key], tone, isOdd }))}
          currency={currency}
        />
      )}
    </Section>
  );
}

type Pot = Fund["pots"][number];

function PotsSection({ fund }: { readonly fund: Fund }) {
  const currency = shownCurrency(fund.currency);
  const money = (key: "contributed" | "allocated" | "available"): Column<Pot> => ({
    key,
    header: words.columns[key],
    isFigure: true,
    cell: (pot) => showMoney(pot[key], currency),
  });
  const columns: readonly [Column<Pot>, ...Column<Pot>[]] = [
    {
      key: "earmark",
      header: words.columns.earmark,
      canWrap: true,
      cell: ({ earmark }) => (earmark === null ? words.pots.none : <RefLink to={earmark} />),
    },
    money("contributed"),
    money("allocated"),
    money("available"),
  ];
  return (
    <Section title={words.pots.title} hint={words.pots.hint}>
      {(headingId) => (
        <DataTable
          labelledBy={headingId}
          columns={columns}
          rows={fund.pots}
          rowKey={({ earmark }) => earmark?.address ?? ""}
        />
      )}
    </Section>
  );
}
