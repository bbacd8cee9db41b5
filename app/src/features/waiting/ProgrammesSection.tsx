// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { useBalances } from "../../shared/cycles/index.ts";
import { Amount, type Column, DataTable, Empty, Section, TextLink } from "../../shared/ui/index.ts";
import { words } from "./words/index.ts";

/** The programmes in which the officer can work, with the money that matters to daily work. */
export function ProgrammesSection({ programmes }: { readonly programmes: readonly ProgrammeHandle[] }) {
  return (
    <Section title={words.programmes} hint={words.programmesHint}>
      {(headingId) =>
        programmes.length === 0 ? (
          <Empty title={words.noProgramme}>{words.noProgrammeHint}</Empty>
        ) : (
          <DataTable
            labelledBy={headingId}
            columns={columns}
            rows={programmes}
            rowKey={({ address }) => address}
          />
        )
      }
    </Section>
  );
}

type MoneyKey = "free" | "reserved" | "owed";

function moneyColumn(key: MoneyKey): Column<ProgrammeHandle> {
  return {
    key,
    header: words.moneyColumns[key],
    isFigure: true,
    cell: (programme) => <Money programme={programme} of={key} />,
  };
}

const columns: readonly [Column<ProgrammeHandle>, ...Column<ProgrammeHandle>[]] = [
  {
    key: "programme",
    header: words.moneyColumns.programme,
    cell: ({ address, name }) => (
      <TextLink
        to="/console/programmes/$address"
        params={{ address }}
        fw={600}
        aria-label={words.openProgramme(name)}
      >
        {name}
      </TextLink>
    ),
  },
  moneyColumn("free"),
  moneyColumn("reserved"),
  moneyColumn("owed"),
];

function Money({ programme, of }: { readonly programme: ProgrammeHandle; readonly of: MoneyKey }) {
  const { data } = useBalances(programme);
  if (data === undefined) return "…";
  return <Amount value={data[of]} currency={programme.currency} withCode />;
}
