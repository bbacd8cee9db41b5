// SPDX-License-Identifier: Apache-2.0

import type { AccountNumber } from "#sdk/list/index.ts";
import { type Amount, amountOf, ZERO } from "#sdk/money/index.ts";
import { countedEntry, signed } from "./chainValue.ts";
import type { ReconcileInput } from "./types.ts";

/** What households have left while suggestions use it up, so that no two suggestions spend the same entitlement. */
export interface Remaining {
  of(account: AccountNumber): Amount;
  /** Set an amount aside if there is enough, and say whether there was. */
  take(account: AccountNumber, amount: Amount): boolean;
}

export function remainingOf({ list, left, receipts, scope }: ReconcileInput): Remaining {
  const taken = new Map<AccountNumber, bigint>();
  const add = (account: AccountNumber, amount: bigint) =>
    taken.set(account, (taken.get(account) ?? 0n) + amount);
  for (const receipt of receipts) {
    const entry = countedEntry(receipt);
    // What the chain says is left has these receipts in it already.
    if (receipt.cycle === scope.cycle && !left?.has(entry.account)) add(entry.account, signed(entry));
  }
  const of = (account: AccountNumber): Amount => {
    const entitled = left?.get(account) ?? list.get(account);
    // Who is not in the list has nothing to spend, whatever was refunded.
    if (entitled === undefined) return ZERO;
    const rest = entitled - (taken.get(account) ?? 0n);
    return rest > 0n ? amountOf(rest) : ZERO;
  };
  return {
    of,
    take(account, amount) {
      const isEnough = amount <= of(account);
      if (isEnough) add(account, amount);
      return isEnough;
    },
  };
}
