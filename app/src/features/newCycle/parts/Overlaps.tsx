// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { showCount } from "../../../shared/format/index.ts";
import { Amount, type Column, DataTable, Section } from "../../../shared/ui/index.ts";
import { words } from "../words/index.ts";
import type { Overlap } from "../worker/overlaps.ts";
import classes from "./check.module.css";

const text = words.check;

interface OverlapsProps {
  /** The one with the most households first. */
  readonly overlaps: readonly Overlap[];
  readonly programme: ProgrammeHandle;
}

/** Households of this list that another open cycle pays too, of whatever agency. */
export function Overlaps({ overlaps, programme }: OverlapsProps) {
  return (
    <Section title={text.overlaps} hint={text.overlapsHint}>
      {(headingId) =>
        overlaps.length === 0 ? (
          <p className={classes.note}>{text.noOverlaps}</p>
        ) : (
          <DataTable
            labelledBy={headingId}
            columns={overlapColumns(programme)}
            rows={overlaps}
            rowKey={(overlap) => `${overlap.programme} ${overlap.cycle}`}
            cardsBelow={36}
          />
        )
      }
    </Section>
  );
}

function overlapColumns({
  address,
  currency: own,
}: ProgrammeHandle): readonly [Column<Overlap>, ...Column<Overlap>[]] {
  return [
    {
      key: "cycle",
      header: text.overlapColumns.cycle,
      cell: (overlap) =>
        `${overlap.programme === address ? text.ownProgramme : overlap.programme}, ${words.cycle(overlap.cycle)}`,
    },
    {
      key: "households",
      header: text.overlapColumns.households,
      isFigure: true,
      cell: ({ households }) => showCount(households),
    },
    {
      key: "here",
      header: text.overlapColumns.here,
      isFigure: true,
      cell: ({ here }) => <Amount value={here} currency={own} withCode />,
    },
    {
      key: "there",
      header: text.overlapColumns.there,
      isFigure: true,
      cell: ({ there, currency }) => <Amount value={there} currency={currency} withCode />,
    },
  ];
}
