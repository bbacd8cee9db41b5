// SPDX-License-Identifier: Apache-2.0

import { type Hex, loadKeccak, toHex } from "#sdk/merkle/index.ts";
import { CLASS_NAMES } from "./classes.ts";
import type { ClassTotal, Reconciliation, ResultRow } from "./types.ts";

export const STATEMENT_FORMAT = "annona-statement-1";

/** A reconciliation as a file that officers record and anyone can check. */
export interface StatementDocument {
  /** UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** keccak256 of the bytes: what goes into the document registry and into a settlement's terms. */
  readonly hash: Hex;
}

/**
 * The reconciliation as canonical JSON: no white space, keys in the order below, amounts as decimal strings of ledger units, rows by
 * terminal, number and class. Equal reconciliations give equal bytes. It names no household and no account, and of the shop's file
 * nothing but receipt numbers and amounts; a terminal that the office does not know is null.
 *
 *     format, chainId, programme, shop, cycle, currency, decimals,
 *     total: {rows, claimed, counted, difference},
 *     classes: [{class, rows, claimed, counted, difference}], those that have rows,
 *     lastReceipts: [{terminal, number}],
 *     rows: [{terminal, number, class, claimed, counted}]
 */
export function encodeStatement(reconciliation: Reconciliation): string {
  const { scope, total, classes, lastReceipts, rows } = reconciliation;
  return JSON.stringify({
    format: STATEMENT_FORMAT,
    chainId: scope.chainId.toString(),
    programme: scope.programme.toLowerCase(),
    shop: scope.shop,
    cycle: scope.cycle,
    currency: scope.currency.code,
    decimals: scope.currency.decimals,
    total: totalLine(total),
    classes: CLASS_NAMES.flatMap((name) =>
      classes[name].rows > 0 ? [{ class: name, ...totalLine(classes[name]) }] : [],
    ),
    lastReceipts: lastReceipts.map(({ terminal, number }) => ({ terminal: terminal.toLowerCase(), number })),
    rows: rows.map(rowLine).sort(byPlace),
  });
}

/** Bytes and hash of the document that {@link encodeStatement} writes. */
export async function statementDocument(reconciliation: Reconciliation): Promise<StatementDocument> {
  const bytes = new TextEncoder().encode(encodeStatement(reconciliation));
  const keccak256 = await loadKeccak();
  return { bytes, hash: toHex(keccak256(bytes)) };
}

function totalLine({ rows, claimed, counted, difference }: ClassTotal) {
  return {
    rows,
    claimed: claimed.toString(),
    counted: counted.toString(),
    difference: difference.toString(),
  };
}

function rowLine({ class: name, statement, chain, claimed, counted }: ResultRow) {
  const terminal = chain?.terminal ?? statement?.terminal;
  return {
    terminal: typeof terminal === "string" ? terminal.toLowerCase() : null,
    number: chain?.number ?? statement?.number ?? null,
    class: name,
    claimed: claimed.toString(),
    counted: counted.toString(),
  };
}

type RowLine = ReturnType<typeof rowLine>;

function byPlace(a: RowLine, b: RowLine): number {
  return (
    compare(a.terminal ?? "", b.terminal ?? "") ||
    compare(a.number ?? 0, b.number ?? 0) ||
    compare(textOf(a), textOf(b))
  );
}

function textOf({ class: name, claimed, counted }: RowLine): string {
  return [name, claimed, counted].join();
}

/** Strings by UTF-16 code unit, which is the same on every machine. */
function compare<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
