// SPDX-License-Identifier: Apache-2.0

import {
  findAccountByNumber,
  findAccounts,
  loadedEntries,
  type ProgrammeHandle,
  type Suite,
} from "#sdk/agency/index.ts";
import { type AccountNumber, accountNumberOf, type Commitment, decodeNamelessList } from "#sdk/list/index.ts";
import type { OfficeClient } from "#sdk/office/index.ts";

/** Whom cards are issued to. */
export interface Chosen {
  readonly accounts: readonly AccountNumber[];
  /** As it will be printed, if the officer does not change it. */
  readonly programmeName: string;
}

/** What became of typed lines. */
export interface Found {
  /** Ascending, each once. */
  readonly accounts: readonly AccountNumber[];
  /** Numbers, from 1, of the lines that lead to no open account. */
  readonly unknown: readonly number[];
}

/** The accounts on a cycle's list: from the office, or from the ledger as far as it is loaded there. Ascending. */
export async function accountsOfCycle(
  suite: Suite,
  office: OfficeClient,
  programme: ProgrammeHandle,
  cycle: number,
): Promise<AccountNumber[]> {
  const list = await office.readListText(programme.address, cycle);
  const entries = list === null ? await loadedEntries(suite, programme, cycle) : decodeNamelessList(list);
  return entries.map(({ account }) => account).sort((a, b) => a - b);
}

/** @param lines Account numbers, or whole card numbers. */
export async function accountsByNumber(suite: Suite, lines: readonly string[]): Promise<Found> {
  return sorted(
    await Promise.all(
      lines.map(async (line) => {
        const number = Number(line.split("-")[0]);
        if (!Number.isInteger(number) || number < 0 || number > 0xffff_ffff) return undefined;
        const account = await findAccountByNumber(suite, accountNumberOf(number));
        return account?.status === "Open" ? account.number : undefined;
      }),
    ),
  );
}

/** @param commitments One a line; undefined for a line that is no household id. */
export async function accountsByCommitment(
  suite: Suite,
  commitments: readonly (Commitment | undefined)[],
): Promise<Found> {
  const known = commitments.filter((commitment) => commitment !== undefined);
  const { open } = await findAccounts(suite, known);
  return sorted(commitments.map((commitment) => commitment && open.get(commitment)));
}

function sorted(found: readonly (AccountNumber | undefined)[]): Found {
  const accounts = new Set(found.filter((account) => account !== undefined));
  const unknown = found.flatMap((account, i) => (account === undefined ? [i + 1] : []));
  return { accounts: [...accounts].sort((a, b) => a - b), unknown };
}
