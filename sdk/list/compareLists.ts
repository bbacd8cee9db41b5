// SPDX-License-Identifier: Apache-2.0

import { type Amount, ZERO } from "../money/index.ts";
import type { NamelessEntry } from "./nameless.ts";

/** How many households, and what they get together in smallest units. */
export interface Share {
  readonly households: number;
  readonly total: Amount;
}

/** What became of the households between two lists. */
export interface ListComparison {
  readonly previous: Share;
  /** In this list, not in the previous one. */
  readonly added: Share;
  /** In the previous list only; `total` is what they got there. */
  readonly dropped: Share;
  /** In both with the same amount. */
  readonly unchanged: Share;
  /** In both with more than before, and with less; `before` is what they got in the previous list. */
  readonly raised: Share & { readonly before: Amount };
  readonly lowered: Share & { readonly before: Amount };
}

class Tally {
  households = 0;
  total: bigint = ZERO;
  before: bigint = ZERO;

  add(amount: bigint, before: bigint = ZERO): void {
    this.households += 1;
    this.total += amount;
    this.before += before;
  }

  share(): Share {
    return { households: this.households, total: this.total as Amount };
  }

  shift(): Share & { before: Amount } {
    return { ...this.share(), before: this.before as Amount };
  }
}

type Entry = Pick<NamelessEntry, "account" | "amount">;

/**
 * Compare a list with the one of an earlier cycle, household by household. Each account stands once in a
 * list.
 */
export function compareLists(current: readonly Entry[], previous: readonly Entry[]): ListComparison {
  const before = new Tally();
  const added = new Tally();
  const dropped = new Tally();
  const unchanged = new Tally();
  const raised = new Tally();
  const lowered = new Tally();
  const left = new Map(previous.map(({ account, amount }) => [account, amount]));
  for (const amount of left.values()) before.add(amount);
  for (const { account, amount } of current) {
    const was = left.get(account);
    left.delete(account);
    if (was === undefined) added.add(amount);
    else if (was === amount) unchanged.add(amount);
    else (amount > was ? raised : lowered).add(amount, was);
  }
  for (const amount of left.values()) dropped.add(amount);
  return {
    previous: before.share(),
    added: added.share(),
    dropped: dropped.share(),
    unchanged: unchanged.share(),
    raised: raised.shift(),
    lowered: lowered.shift(),
  };
}
