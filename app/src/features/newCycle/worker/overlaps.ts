// SPDX-License-Identifier: Apache-2.0

import type { NamelessEntry } from "#sdk/list/index.ts";
import { type Amount, amountOf, type Currency } from "#sdk/money/index.ts";

type Paid = Pick<NamelessEntry, "account" | "amount">;

/** What another cycle pays that is open at the same time. */
export interface OtherList {
  /** Address of this programme, or the name of another one. */
  readonly programme: string;
  readonly cycle: number;
  readonly currency: Currency;
  readonly entries: readonly Paid[];
}

/** Households that another cycle pays too, with what they get there and here, in smallest units of each currency. */
export interface Overlap {
  readonly programme: string;
  readonly cycle: number;
  readonly households: number;
  readonly here: Amount;
  readonly there: Amount;
  /** Of the other cycle. */
  readonly currency: Currency;
}

/** The other lists that share households with this one, the largest overlap first. An overlap is no fault: someone looks at it. */
export function findOverlaps(entries: readonly Paid[], others: readonly OtherList[]): Overlap[] {
  const own = new Map<number, Amount>(entries.map(({ account, amount }) => [account, amount]));
  return others
    .map((other) => overlapWith(own, other))
    .filter(({ households }) => households > 0)
    .sort((a, b) => b.households - a.households || a.cycle - b.cycle);
}

function overlapWith(
  own: ReadonlyMap<number, Amount>,
  { programme, cycle, currency, entries }: OtherList,
): Overlap {
  let households = 0;
  let here = 0n;
  let there = 0n;
  for (const { account, amount } of entries) {
    const mine = own.get(account);
    if (mine === undefined) continue;
    households += 1;
    here += mine;
    there += amount;
  }
  return { programme, cycle, households, here: amountOf(here), there: amountOf(there), currency };
}
