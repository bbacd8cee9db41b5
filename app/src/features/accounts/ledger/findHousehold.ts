// SPDX-License-Identifier: Apache-2.0

import { type Account, findAccount, findAccountByNumber, type Suite } from "#sdk/agency/index.ts";
import type { AccountNumber, Commitment } from "#sdk/list/index.ts";

/** What an account is looked for by. */
export type AccountSought = { readonly number: AccountNumber } | { readonly commitment: Commitment };

/**
 * The account that somebody looks for; undefined when there is none. What a further id leads to is told under the commitment that the
 * account's number stands for, because officers act on that one.
 */
export async function findHousehold(suite: Suite, sought: AccountSought): Promise<Account | undefined> {
  if ("number" in sought) return await findAccountByNumber(suite, sought.number);
  const found = await findAccount(suite, sought.commitment);
  if (found === undefined) return undefined;
  return (await findAccountByNumber(suite, found.number)) ?? found;
}
