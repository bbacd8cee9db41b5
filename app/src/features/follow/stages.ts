// SPDX-License-Identifier: Apache-2.0

import { type Amount, amountOf, sumAmounts } from "#sdk/money/index.ts";

/** Steps from the fund to shops and partners, the furthest first. */
const ORDER = [
  "reconciled",
  "settled",
  "redeemed",
  "reserved",
  "fees",
  "free",
  "returning",
  "waiting",
  "unexplained",
];

interface Part {
  readonly stage: string;
  readonly amount: Amount;
}

export interface StageSum {
  readonly stage: string;
  readonly amount: Amount;
}

/** How much of a contribution stands at each step, the furthest first; steps without money are left out. */
export function sumByStage(parts: readonly Part[]): StageSum[] {
  const sums = new Map<string, bigint>();
  for (const { stage, amount } of parts) sums.set(stage, (sums.get(stage) ?? 0n) + amount);
  return [...sums]
    .filter(([, amount]) => amount !== 0n)
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([stage, amount]) => ({ stage, amount: amountOf(amount) }));
}

export function totalOf(parts: readonly Part[]): Amount {
  return sumAmounts(parts.map(({ amount }) => amount));
}

/** Steps of a later version stand at the end. */
function placeOf(stage: string): number {
  const place = ORDER.indexOf(stage);
  return place < 0 ? ORDER.length : place;
}
