// SPDX-License-Identifier: Apache-2.0

import type { AccountNumber } from "./accountNumber.ts";
import type { Commitment } from "./commitment.ts";
import type { Entitlement } from "./entitlement.ts";
import type { NamelessEntry } from "./nameless.ts";
import { type Problem, type ProblemName, problemAt, sortProblems } from "./problems.ts";

export interface AssignedList {
  /** By account number, each account once. */
  readonly entries: readonly NamelessEntry[];
  /** Rows without an open account, and rows that share one account. */
  readonly problems: readonly Problem[];
  /** Commitments of the rows without an account, in list order: the ones to open. */
  readonly unopened: readonly Commitment[];
}

/**
 * From accepted rows to the nameless list, by the accounts that are open on chain.
 *
 * Two identifiers can be linked to the same account. Rows that meet there fall out together, since one
 * account has one entitlement in a cycle and nobody can tell which row is meant.
 * @param commitments One for each entitlement, in the same order.
 * @throws RangeError when there is not one commitment for each entitlement.
 */
export function assignAccounts(
  entitlements: readonly Entitlement[],
  commitments: readonly Commitment[],
  accountOf: ReadonlyMap<Commitment, AccountNumber>,
): AssignedList {
  if (commitments.length !== entitlements.length) throw new RangeError("one commitment for each entitlement");
  const rowsOf = new Map<AccountNumber, Entitlement[]>();
  const problems: Problem[] = [];
  const unopened: Commitment[] = [];
  entitlements.forEach((entitlement, i) => {
    const commitment = commitments[i] as Commitment;
    const account = accountOf.get(commitment);
    if (account === undefined) {
      unopened.push(commitment);
      problems.push(rowProblem(entitlement, "accountNotOpen"));
      return;
    }
    const rows = rowsOf.get(account);
    if (rows) rows.push(entitlement);
    else rowsOf.set(account, [entitlement]);
  });
  const entries: NamelessEntry[] = [];
  for (const [account, rows] of rowsOf) {
    const [only, other] = rows;
    if (only && other) problems.push(...sharing(rows));
    else if (only) entries.push(entryOf(account, only));
  }
  entries.sort((a, b) => a.account - b.account);
  return { entries, problems: sortProblems(problems), unopened };
}

function entryOf(
  account: AccountNumber,
  { row: _row, identifier: _identifier, ...rest }: Entitlement,
): NamelessEntry {
  return { account, ...rest };
}

function sharing(rows: readonly Entitlement[]): Problem[] {
  return rows.map((row) => {
    const other = rows.find((candidate) => candidate !== row) ?? row;
    return rowProblem(row, "accountTwice", { first: other.row });
  });
}

function rowProblem(
  { row }: Entitlement,
  name: ProblemName,
  facts?: Readonly<Record<string, number>>,
): Problem {
  return problemAt({ row, column: "", value: "" }, name, facts);
}
