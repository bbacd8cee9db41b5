// SPDX-License-Identifier: Apache-2.0

import type { ListComparison } from "#sdk/list/index.ts";
import { amountOf, type Currency, type Amount as Money } from "#sdk/money/index.ts";
import { showAmount, showCount } from "../../shared/format/index.ts";
import { Amount, type Column, DataTable } from "../../shared/ui/index.ts";
import { words } from "./words/index.ts";

const text = words.sheet;

interface ComparisonTableProps {
  readonly labelledBy: string;
  readonly comparison: ListComparison;
  readonly currency: Currency;
}

/** What became of the households since an earlier list. */
export function ComparisonTable({ labelledBy, comparison, currency }: ComparisonTableProps) {
  return (
    <DataTable
      labelledBy={labelledBy}
      columns={columnsOf(currency)}
      rows={linesOf(comparison)}
      rowKey={({ name }) => name}
      cardsBelow={36}
    />
  );
}

interface ComparisonLine {
  readonly name: keyof ListComparison;
  readonly households: number;
  readonly total: Money;
  /** What the programme pays more than for the earlier list; less where it is below zero. Ledger units. */
  readonly change: bigint;
}

function linesOf({
  previous,
  added,
  dropped,
  unchanged,
  raised,
  lowered,
}: ListComparison): readonly ComparisonLine[] {
  return [
    { name: "previous", ...previous, change: 0n },
    { name: "unchanged", ...unchanged, change: 0n },
    { name: "added", ...added, change: added.total },
    { name: "dropped", ...dropped, change: -dropped.total },
    { name: "raised", ...raised, change: raised.total - raised.before },
    { name: "lowered", ...lowered, change: lowered.total - lowered.before },
  ];
}

function columnsOf(currency: Currency): readonly [Column<ComparisonLine>, ...Column<ComparisonLine>[]] {
  return [
    { key: "line", header: text.line, cell: ({ name }) => text.lines[name] },
    {
      key: "count",
      header: text.households,
      isFigure: true,
      cell: ({ households }) => showCount(households),
    },
    {
      key: "total",
      header: text.total,
      isFigure: true,
      cell: ({ total }) => <Amount value={total} currency={currency} withCode />,
    },
    {
      key: "change",
      header: text.change,
      isFigure: true,
      cell: ({ change }) => (change === 0n ? "–" : signed(change, currency)),
    },
  ];
}

/** Money has no sign of its own, so it is written in front. */
function signed(change: bigint, currency: Currency): string {
  return change > 0n
    ? `+${showAmount(amountOf(change), currency)}`
    : `−${showAmount(amountOf(-change), currency)}`;
}
