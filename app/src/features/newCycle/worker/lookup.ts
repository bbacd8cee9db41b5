// SPDX-License-Identifier: Apache-2.0

import type { KnownAccounts, RegistryState } from "#sdk/agency/index.ts";
import type { Household } from "#sdk/households/index.ts";
import {
  type AccountNumber,
  type AssignedList,
  assignAccounts,
  type Commitment,
  createCommitter,
  type Entitlement,
} from "#sdk/list/index.ts";
import { sumAmounts } from "#sdk/money/index.ts";
import { encodeDraftRows } from "#sdk/office/draftRows.ts";
import type { AccountsFound, CommitKey } from "./ledgerProtocol.ts";
import type { Stretch } from "./protocol.ts";

/** The list as the registry knew it when it was looked up. */
export interface Lookup {
  /** The rows that were looked up: other rows need another look. */
  readonly entitlements: readonly Entitlement[];
  /** One for each row, in the same order. */
  readonly commitments: readonly Commitment[];
  readonly assigned: AssignedList;
  readonly rowOf: ReadonlyMap<AccountNumber, number>;
  readonly registry: RegistryState;
  readonly found: AccountsFound;
}

/** @throws ListError LIST-506, LIST-508 for a key or a namespace that cannot be one. */
export async function commitAll(entitlements: readonly Entitlement[], key: CommitKey): Promise<Commitment[]> {
  const commit = await createCommitter({ key: key.consortiumKey, namespace: key.namespace });
  return entitlements.map(({ identifier }) => commit(identifier));
}

/** @param open Accounts in use, by commitment. */
export function lookupOf(
  entitlements: readonly Entitlement[],
  commitments: readonly Commitment[],
  open: KnownAccounts["open"],
  registry: RegistryState,
): Lookup {
  const assigned = assignAccounts(entitlements, commitments, open);
  const rowOf = new Map<AccountNumber, number>();
  commitments.forEach((commitment, i) => {
    const account = open.get(commitment);
    const row = entitlements[i]?.row;
    if (account !== undefined && row !== undefined) rowOf.set(account, row);
  });
  const { entries, problems, unopened } = assigned;
  return {
    entitlements,
    commitments,
    assigned,
    rowOf,
    registry,
    found: {
      households: entitlements.length,
      open: entries.length,
      total: sumAmounts(entries.map(({ amount }) => amount)),
      unopened: unopened.length,
      linkedTwice: problems.length - unopened.length,
    },
  };
}

/** The list by commitment, as the office keeps it with a draft. Nothing in it is personal. */
export function draftRowsOf({ entitlements, commitments }: Lookup): string {
  return encodeDraftRows(
    entitlements.map(({ amount, area, householdSize, group }, i) => ({
      commitment: commitments[i] as Commitment,
      amount,
      ...(area === undefined ? {} : { area }),
      ...(householdSize === undefined ? {} : { householdSize }),
      ...(group === undefined ? {} : { group }),
    })),
  );
}

/** Places of the columns that the household map takes; -1 for none. */
export interface MapColumns {
  readonly identifier: number;
  readonly phone: number;
  readonly name: number;
}

/** Households that are paid, as they stand in the file: ids as they were written, not in normal form. */
export function householdsOf(
  { assigned, rowOf }: Lookup,
  { from, count }: Stretch,
  cellsOf: (row: number) => readonly string[],
  columns: MapColumns,
): Household[] {
  return assigned.entries.slice(from, from + count).map(({ account }) => {
    const cells = cellsOf(rowOf.get(account) ?? -1);
    const cell = (column: number) => (cells[column] ?? "").trim();
    const [phone, name] = [cell(columns.phone), cell(columns.name)];
    return { account, identifier: cell(columns.identifier), ...(phone && { phone }), ...(name && { name }) };
  });
}
