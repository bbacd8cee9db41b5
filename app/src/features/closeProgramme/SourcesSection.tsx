// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle, SourceBook } from "#sdk/agency/index.ts";
import { Amount, type Column, DataTable, Empty, HexValue, Section } from "../../shared/ui/index.ts";
import { words } from "./words/index.ts";

const text = words.sources;

interface SourcesSectionProps {
  readonly programme: ProgrammeHandle;
  readonly sources: readonly SourceBook[];
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

function columnsOf({ currency }: ProgrammeHandle): readonly [Column<SourceBook>, ...Column<SourceBook>[]] {
  const money = (key: "brought" | "returned"): Column<SourceBook> => ({
    key,
    header: text.columns[key],
    isFigure: true,
    cell: (source) => <Amount value={source[key]} currency={currency} withCode />,
  });
  return [
    {
      key: "source",
      header: text.columns.source,
      cell: ({ address }) => <HexValue value={address} what={text.theAddress} />,
    },
    money("brought"),
    money("returned"),
  ];
}
