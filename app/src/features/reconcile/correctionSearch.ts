// SPDX-License-Identifier: Apache-2.0

import type { Correction } from "#sdk/receipts/index.ts";

/** A suggested correction in the address of the page that proposes it. All of it stands on the public ledger once it is made. */
export function correctionSearch({ terminal, number, cycle, kind, old: before, new: after }: Correction) {
  const entry = after ?? before;
  return {
    terminal: terminal as string,
    number: Number(number),
    cycle: Number(cycle),
    kind,
    ...(entry === undefined ? {} : { account: Number(entry.account), amount: entry.amount.toString() }),
  };
}
