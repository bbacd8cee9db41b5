// SPDX-License-Identifier: Apache-2.0

import { type AccountNumber, accountNumberOf, type Commitment, readOpeningChunk } from "#sdk/list/index.ts";
import { fromHex, type Hex } from "#sdk/merkle/index.ts";
import { readEvents } from "./logs.ts";
import type { Suite } from "./suite.ts";

/** Names of the contract's AccountStatus. */
const ACCOUNT_STATUSES = ["Unknown", "Open", "Closed", "Rebound"] as const;

/** "Rebound": the household moved on to a commitment under a newer key. */
export type AccountStatus = Exclude<(typeof ACCOUNT_STATUSES)[number], "Unknown">;

/** A household's account in the registry of all agencies. */
export interface Account {
  readonly number: AccountNumber;
  /** The commitment that was asked for, or that the number stands for now. */
  readonly commitment: Commitment;
  readonly status: AccountStatus;
  /** Who opened it. */
  readonly organisation: number;
  /** Version of the consortium key that its commitment was made with. */
  readonly keyVersion: number;
}

/** The account of a commitment; undefined when the registry has none. */
export async function findAccount(
  { accounts }: Pick<Suite, "accounts">,
  commitment: Commitment,
): Promise<Account | undefined> {
  const { number, organisation, status, keyVersion } = await accounts.accountOf(commitment);
  const name = ACCOUNT_STATUSES[Number(status)] ?? "Unknown";
  if (name === "Unknown") return undefined;
  return {
    number: accountNumberOf(number),
    commitment,
    status: name,
    organisation: Number(organisation),
    keyVersion: Number(keyVersion),
  };
}

/** The account with a number; undefined when nobody has it. Numbers are found from what was opened, so it takes a few questions. */
export async function findAccountByNumber(suite: Suite, number: AccountNumber): Promise<Account | undefined> {
  const { accounts } = suite;
  const rebound = await readEvents(suite, accounts, accounts.filters.AccountRebound(number));
  const last = rebound.at(-1);
  const commitment = (last?.args.current as Commitment | undefined) ?? (await openedWith(suite, number));
  const account = commitment === undefined ? undefined : await findAccount(suite, commitment);
  // A household that had an account before keeps its old number; the one it would have got stays unused.
  return account?.number === number ? account : undefined;
}

/** The commitment that stood at this number's place in its opening. */
async function openedWith(suite: Suite, number: AccountNumber): Promise<Commitment | undefined> {
  const { accounts } = suite;
  const announced = await readEvents(suite, accounts, accounts.filters.OpeningAnnounced());
  const opening = announced.findLast(({ args }) => Number(args.firstNumber) <= number)?.args;
  if (opening === undefined) return undefined;
  const place = number - Number(opening.firstNumber);
  if (place >= Number(opening.count)) return undefined;
  const filter = accounts.filters.AccountsOpened(opening.openingId, place >>> 8);
  const [chunk] = await readEvents(suite, accounts, filter);
  if (chunk === undefined) return undefined;
  return readOpeningChunk(fromHex(chunk.args.commitments as Hex))[place & 0xff];
}
