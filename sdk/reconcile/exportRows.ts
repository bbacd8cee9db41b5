// SPDX-License-Identifier: Apache-2.0

import Papa from "papaparse";
import { type Amount, formatAmount } from "#sdk/money/index.ts";
import { formatDay } from "#sdk/receipts/index.ts";
import type { ChainReceipt, Reconciliation, ResultRow, StatementRow } from "./types.ts";

/** Columns of the table, in order. */
export const RESULT_COLUMNS = [
  "class",
  "code",
  "statement_row",
  "terminal",
  "number",
  "kind",
  "claimed",
  "counted",
  "difference",
  "claimed_account",
  "counted_account",
  "claimed_date",
  "counted_date",
  "reason",
  "next_step",
  "correction",
  "correction_account",
  "correction_amount",
] as const;

/** A line of the table; amounts as decimal strings in the currency, unknown cells empty. */
export type ResultLine = Readonly<Record<(typeof RESULT_COLUMNS)[number], string>>;

/** The rows of a reconciliation as a table of text. */
export function resultLines({ rows, scope }: Reconciliation): ResultLine[] {
  return rows.map((row) => lineOf(row, (amount) => formatAmount(amount, scope.currency)));
}

function lineOf(row: ResultRow, money: (amount: Amount) => string): ResultLine {
  const { statement, chain, correction } = row;
  const entry = correction?.new ?? correction?.old;
  return {
    class: row.class,
    code: row.code,
    statement_row: text(statement?.row),
    terminal: chain?.terminal ?? terminalText(statement),
    number: text(chain?.number ?? statement?.number),
    kind: text(chain?.kind ?? statement?.kind),
    claimed: money(row.claimed),
    counted: money(row.counted),
    difference: money(row.difference),
    claimed_account: text(statement?.account),
    counted_account: text(chain?.account),
    claimed_date: dateText(statement),
    counted_date: dateText(chain),
    reason: row.reason,
    next_step: row.next,
    correction: text(correction?.kind),
    correction_account: text(entry?.account),
    correction_amount: entry ? money(entry.amount) : "",
  };
}

function text(value: string | number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

function terminalText(statement: StatementRow | null): string {
  if (!statement) return "";
  return typeof statement.terminal === "string" ? statement.terminal : statement.terminal.unknown;
}

function dateText(side: StatementRow | ChainReceipt | null): string {
  return side === null || side.day === null ? "" : formatDay(side.day);
}

/**
 * What a spreadsheet would run as a formula: the names of terminals come from the shop's file. Negative amounts stay numbers.
 */
const FORMULA = /^(?:[=+@\t\r]|-(?![0-9]+(?:\.[0-9]+)?$))/;

/** The table as CSV: UTF-8 text with comma and LF, header first. */
export function encodeResultCsv(reconciliation: Reconciliation): string {
  const data = resultLines(reconciliation);
  return `${Papa.unparse({ fields: [...RESULT_COLUMNS], data }, { newline: "\n", escapeFormulae: FORMULA })}\n`;
}
