// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import type { Agreement } from "../../shared/api/index.ts";
import { RefLink, shownCurrency } from "../../shared/donor/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { type Column, DataTable, HexValue, Section } from "../../shared/ui/index.ts";
import { words } from "./words/index.ts";

type Source = Agreement["sources"][number];

/** Who brought the money: a fund by its name, anybody else by their address. */
export function SourcesSection({ agreement }: { readonly agreement: Agreement }) {
  if (agreement.sources.length === 0) return null;
  return (
    <Section title={words.sources.title} hint={words.sources.hint}>
      {(headingId) => (
        <DataTable
          labelledBy={headingId}
          columns={columnsOf(shownCurrency(agreement.currency))}
          rows={agreement.sources}
          rowKey={({ source }) => source}
        />
      )}
    </Section>
  );
}

function columnsOf(currency: Currency): readonly [Column<Source>, ...Column<Source>[]] {
  const { columns } = words;
  return [
    {
      key: "source",
      header: columns.source,
      canWrap: true,
      cell: ({ fund, source }) =>
        fund === null ? <HexValue value={source} what={columns.source} /> : <RefLink to={fund} isStrong />,
    },
    {
      key: "brought",
      header: columns.brought,
      isFigure: true,
      cell: ({ brought }) => showMoney(brought, currency),
    },
    {
      key: "returned",
      header: columns.returned,
      isFigure: true,
      cell: ({ returned }) => showMoney(returned, currency),
    },
  ];
}
