// SPDX-License-Identifier: Apache-2.0

import { useCallback } from "react";
import { showCount } from "../../../shared/format/index.ts";
import type { VirtualColumn, VirtualColumns } from "../../../shared/table/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import type { RowChange } from "../list/difference.ts";
import { words } from "../words/index.ts";
import type { ChangeList, DifferenceCounts, Stretch } from "../worker/protocol.ts";
import { problemColumns } from "./ProblemsPanel.tsx";
import classes from "./parts.module.css";
import { StretchTable } from "./StretchTable.tsx";

const text = words.difference;

type ProblemList = "solved" | "fresh";
type RowList = RowChange["kind"];

interface RowsProps {
  readonly desk: ImportDesk;
  readonly count: number;
  /** Stands for the correction: another one changed other rows. */
  readonly difference: DifferenceCounts;
  readonly headingId: string;
}

/** One kind of what a correction changed, row by row. */
export function DifferenceRows({ list, ...rest }: RowsProps & { readonly list: ChangeList }) {
  return list === "solved" || list === "fresh" ? (
    <ProblemChanges kind={list} {...rest} />
  ) : (
    <RowChanges kind={list} {...rest} />
  );
}

function ProblemChanges({
  desk,
  kind,
  count,
  difference,
  headingId,
}: RowsProps & { readonly kind: ProblemList }) {
  const { worker } = desk;
  const load = useCallback(
    (stretch: Stretch) =>
      difference ? worker.ask("problemChanges", { ...stretch, kind }) : Promise.resolve([]),
    [worker, kind, difference],
  );
  return (
    <StretchTable labelledBy={headingId} columns={problemColumns} count={count} load={load} cardsBelow={62} />
  );
}

function RowChanges({ desk, kind, count, difference, headingId }: RowsProps & { readonly kind: RowList }) {
  const { worker } = desk;
  const load = useCallback(
    (stretch: Stretch) => (difference ? worker.ask("rowChanges", { ...stretch, kind }) : Promise.resolve([])),
    [worker, kind, difference],
  );
  return <StretchTable labelledBy={headingId} columns={COLUMNS[kind]} count={count} load={load} />;
}

const before: VirtualColumn<RowChange> = {
  key: "before",
  header: text.rowBefore,
  width: 8,
  cell: (change) => (change.kind === "added" ? "" : showCount(change.before)),
};

const after: VirtualColumn<RowChange> = {
  key: "after",
  header: text.rowAfter,
  width: 8,
  cell: (change) => (change.kind === "removed" ? "" : showCount(change.after)),
};

const cells: VirtualColumn<RowChange> = {
  key: "cells",
  header: text.cells,
  canWrap: true,
  isWide: true,
  cell: (change) => <Cells kind={change.kind} cells={change.cells} />,
};

const COLUMNS: Readonly<Record<RowList, VirtualColumns<RowChange>>> = {
  changed: [before, after, cells],
  added: [after, cells],
  removed: [before, cells],
};

function Cells({ kind, cells }: Pick<RowChange, "kind" | "cells">) {
  return (
    <ul className={classes.cells}>
      {cells.map((cell) => (
        <li key={cell.column}>
          <span className={classes.soft}>{cell.column}</span>{" "}
          {kind === "added" ? null : <del className={classes.was}>{cell.before || text.empty}</del>}{" "}
          {kind === "removed" ? null : <ins className={classes.is}>{cell.after || text.empty}</ins>}
        </li>
      ))}
    </ul>
  );
}
