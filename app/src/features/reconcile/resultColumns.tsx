// SPDX-License-Identifier: Apache-2.0

import type { ErrorText } from "#sdk/errors/index.ts";
import type { Currency } from "#sdk/money/index.ts";
import type { ResultClass, ResultRow } from "#sdk/reconcile/index.ts";
import { translated } from "../../shared/errors/index.ts";
import { shorten } from "../../shared/format/index.ts";
import type { VirtualColumn, VirtualColumns } from "../../shared/table/index.ts";
import { Amount, StateBadge, TextLink, type Tone } from "../../shared/ui/index.ts";
import { words as shared } from "../../shared/words/index.ts";
import { correctionSearch } from "./correctionSearch.ts";
import classes from "./reconcile.module.css";
import { words } from "./words/index.ts";

const text = words.columns;

const tones: Readonly<Partial<Record<ResultClass, Tone>>> = {
  Matched: "good",
  DateDiffers: "busy",
  AlreadySettled: "quiet",
  AlreadyCorrected: "quiet",
  OtherCycle: "quiet",
  DuplicateInStatement: "quiet",
  MissingInStatement: "waiting",
  MissingOnChain: "waiting",
};

/** Columns of the compared rows; the first names the receipt. */
export function resultColumns(address: string, currency: Currency): VirtualColumns<ResultRow> {
  const money = (key: "claimed" | "counted" | "difference"): VirtualColumn<ResultRow> => ({
    key,
    header: text[key],
    isFigure: true,
    width: 9,
    sortBy: (row) => row[key],
    cell: (row) => <Amount value={row[key]} currency={currency} />,
  });
  return [
    {
      key: "receipt",
      header: text.receipt,
      width: 11,
      sortBy: ({ statement, chain }) => chain?.number ?? statement?.number,
      cell: (row) => <ReceiptName row={row} />,
    },
    {
      key: "class",
      header: text.class,
      width: 11,
      sortBy: (row) => shared.resultClasses[row.class],
      cell: (row) => <StateBadge tone={tones[row.class] ?? "bad"} label={shared.resultClasses[row.class]} />,
    },
    money("claimed"),
    money("counted"),
    money("difference"),
    {
      key: "reason",
      header: text.reason,
      canWrap: true,
      isWide: true,
      cell: (row) => `${saidOf(row).summary} (${row.code})`,
    },
    {
      key: "next",
      header: text.next,
      canWrap: true,
      isWide: true,
      cell: (row) => <NextStep address={address} row={row} />,
    },
  ];
}

/** The key of a row: its receipt, and its place in the file where one receipt stands there twice. */
export function resultKey({ statement, chain }: ResultRow): string {
  const terminal = chain?.terminal ?? statement?.terminal;
  const name = typeof terminal === "object" ? terminal.unknown : terminal;
  return `${name} ${chain?.number ?? statement?.number} ${statement?.row ?? ""}`;
}

/** What was found and what to do, in the reader's language. */
function saidOf({ code, reason, next }: ResultRow): ErrorText {
  return translated({ code, summary: reason, next });
}

function ReceiptName({ row: { statement, chain } }: { readonly row: ResultRow }) {
  const terminal = chain?.terminal ?? statement?.terminal;
  const number = chain?.number ?? statement?.number;
  const kind = chain?.kind ?? statement?.kind;
  return (
    <div className={classes.receipt}>
      <span>
        {number}
        {kind === "refund" ? ` (${words.refundOf})` : ""}
      </span>
      <span className={classes.soft}>
        {typeof terminal === "string" ? shorten(terminal) : terminal?.unknown}
        {statement ? ` · ${text.row} ${statement.row}` : ""}
      </span>
    </div>
  );
}

function NextStep({ address, row }: { readonly address: string; readonly row: ResultRow }) {
  const { next } = saidOf(row);
  if (row.correction === null) return next;
  return (
    <>
      {next}{" "}
      <TextLink
        to="/console/programmes/$address/correct"
        params={{ address }}
        search={correctionSearch(row.correction)}
        aria-label={words.correctOf(row.correction.number)}
      >
        {text.correct}
      </TextLink>
    </>
  );
}
