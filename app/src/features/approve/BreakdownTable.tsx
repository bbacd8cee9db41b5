// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useState } from "react";
import type { Breakdown } from "#sdk/list/index.ts";
import { amountOf, type Currency } from "#sdk/money/index.ts";
import { showCount } from "../../shared/format/index.ts";
import { Amount, type Column, DataTable } from "../../shared/ui/index.ts";
import classes from "./approve.module.css";
import { words } from "./words/index.ts";

const text = words.sheet;

/** Lines before the reader is asked whether to see all of them. */
const FIRST_LINES = 12;

interface BreakdownTableProps {
  readonly labelledBy: string;
  /** What the lines are by: area, household size or group. */
  readonly column: string;
  readonly lines: readonly Breakdown[];
  readonly currency: Currency;
}

/** Totals of the list by one trait. */
export function BreakdownTable({ labelledBy, column, lines, currency }: BreakdownTableProps) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? lines : lines.slice(0, FIRST_LINES);
  return (
    <>
      <DataTable
        labelledBy={labelledBy}
        columns={columnsOf(column, currency)}
        rows={shown}
        rowKey={({ key }) => String(key)}
        cardsBelow={30}
      />
      {shown.length < lines.length ? (
        <p className={classes.more}>
          <Button variant="default" size="xs" onClick={() => setShowsAll(true)}>
            {text.showAll(showCount(lines.length))}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function columnsOf(column: string, currency: Currency): readonly [Column<Breakdown>, ...Column<Breakdown>[]] {
  return [
    {
      key: "key",
      header: column,
      cell: ({ key }) => (key === null ? text.unknown : String(key)),
      canWrap: true,
    },
    {
      key: "households",
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
      key: "average",
      header: text.average,
      isFigure: true,
      cell: ({ households, total }) => (
        <Amount value={amountOf(total / BigInt(households))} currency={currency} />
      ),
    },
  ];
}
