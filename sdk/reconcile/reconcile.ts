// SPDX-License-Identifier: Apache-2.0

import { type Amount, amountOf, ZERO } from "#sdk/money/index.ts";
import { owedFor, signed } from "./chainValue.ts";
import { CLASS_NAMES, describeClass, type ResultClass } from "./classes.ts";
import { type Books, classify } from "./classify.ts";
import { type Pair, pair } from "./pair.ts";
import { remainingOf } from "./remaining.ts";
import { suggest } from "./suggest.ts";
import type { ClassTotal, ReconcileInput, Reconciliation, ResultRow } from "./types.ts";

/**
 * Compare what a shop claims with what the chain counted and with what households were entitled to. Every row of the statement and
 * every receipt of the cycle comes out in exactly one row with exactly one class; the differences of the classes add up to the
 * difference between the two totals. The same books give the same answer, in whatever order the receipts come.
 * @throws RangeError when two receipts of the cycle have the same terminal and number.
 */
export function reconcile(input: ReconcileInput): Reconciliation {
  const books: Books = { input, remaining: remainingOf(input) };
  const rows = pair(input).map((each) => resultOf(each, books));
  const total = totalOf(rows);
  return {
    scope: input.scope,
    rows,
    total,
    classes: totalsByClass(rows),
    lastReceipts: lastReceiptsOf(input),
    unexplained: input.owed === undefined ? null : amountOf(input.owed - total.counted),
  };
}

function resultOf(each: Pair, books: Books): ResultRow {
  const { statement, chain } = each;
  const finding = classify(each, books);
  const claimed = statement ? signed(statement) : ZERO;
  const counted = chain ? owedFor(chain, each.terminal) : ZERO;
  return {
    class: finding.class,
    ...describeClass(finding.class, finding.facts),
    statement,
    chain,
    claimed,
    counted,
    difference: amountOf(claimed - counted),
    correction: suggest(each, finding.class, books),
  };
}

function totalsByClass(rows: readonly ResultRow[]): Record<ResultClass, ClassTotal> {
  const groups = new Map<ResultClass, ResultRow[]>(CLASS_NAMES.map((name) => [name, []]));
  for (const row of rows) groups.get(row.class)?.push(row);
  const totals = [...groups].map(([name, own]) => [name, totalOf(own)] as const);
  return Object.fromEntries(totals) as Record<ResultClass, ClassTotal>;
}

function totalOf(rows: readonly ResultRow[]): ClassTotal {
  return {
    rows: rows.length,
    claimed: sum(rows, (row) => row.claimed),
    counted: sum(rows, (row) => row.counted),
    difference: sum(rows, (row) => row.difference),
  };
}

function sum(rows: readonly ResultRow[], amountIn: (row: ResultRow) => Amount): Amount {
  return amountOf(rows.reduce((total, row) => total + amountIn(row), 0n));
}

/** Receipts of other cycles are covered too: the mark is a number of the terminal, and numbers have no gaps. */
function lastReceiptsOf({ terminals }: ReconcileInput): Reconciliation["lastReceipts"] {
  return terminals
    .filter(({ nextNumber }) => nextNumber > 1)
    .map(({ terminal, nextNumber }) => ({ terminal, number: nextNumber - 1 }))
    .sort((a, b) => (a.terminal < b.terminal ? -1 : 1));
}
