// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { Amount, type Column, DataTable, Empty, HexValue, Section } from "../../shared/ui/index.ts";
import type { NamedSource } from "./readClosing.ts";
import { words } from "./words/index.ts";

const text = words.sources;

interface SourcesSectionProps {
  readonly programme: ProgrammeHandle;
  readonly sources: readonly NamedSource[];
}

/** Who brought the programme's money, and what they got back. */
export function SourcesSection({ programme, sources }: SourcesSectionProps) {
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) =>
        sources.length === 0 ? (
          <Empty title={text.none}>{text.noneHint}</Empty>
        ) : (
          <DataTable
            labelledBy={headingId}
            columns={columnsOf(programme)}
            rows={sources}
            rowKey={({ address }) => address}
          />
        )
      }
    </Section>
  );
}

function columnsOf({ currency }: ProgrammeHandle): readonly [Column<NamedSource>, ...Column<NamedSource>[]] {
  const money = (key: "brought" | "returned"): Column<NamedSource> => ({
    key,
    header: text.columns[key],
    isFigure: true,
    cell: (source) => <Amount value={source[key]} currency={currency} withCode />,
  });
  return [
    {
      key: "source",
      header: text.columns.source,
      canWrap: true,
      cell: ({ address, fund }) => (
        <>
          {fund} <HexValue value={address} what={text.theAddress} />
        </>
      ),
    },
    money("brought"),
    money("returned"),
  ];
}
