// SPDX-License-Identifier: Apache-2.0

import { between, common, larger, type Stretch, smaller } from "./stretches.ts";

/** Money that came into a programme or agreement, or (below zero) went back. */
export interface Movement {
  /** Who brought it; nothing of what went back. */
  readonly payer: string;
  /** To whom it would go back, or went back. */
  readonly source: string;
  readonly amount: bigint;
  /** What has a lower rank is spent first, whenever it came. */
  readonly rank?: number;
}

/** Something that the money of a programme or agreement is used for. */
export interface Use {
  readonly amount: bigint;
}

/** What became of a stretch of money: a use, on its way back to its source, or nothing that anybody wrote down. */
export type Became<U extends Use> =
  | { readonly use: U; readonly amount: bigint }
  | { readonly use: "returned" | "unexplained"; readonly amount: bigint };

/** A stretch of what a payer brought, and where in the line it stands. */
interface Placed extends Stretch {
  /** Place in the line of `from`; what went back to the source stands nowhere. */
  readonly place: bigint | null;
}

/** Money that came in, and how much of its beginning has not gone back. */
interface Inflow extends Movement {
  kept: bigint;
}

/**
 * The money of a programme or agreement as one line, first in, first out: what came in stands in it in the order in which it is spent,
 * without what went back. Money that goes back to a source is the tail of what that source's money was at that moment, as funds book it.
 * What the money is used for follows in the order given. Inflow and use meet where their stretches overlap, so each unit is in exactly
 * one use, and no share is ever rounded.
 */
export class MoneyLine<U extends Use> {
  readonly #byPayer = new Map<string, Placed[]>();
  readonly #uses: (Stretch & { readonly use: U })[] = [];
  readonly #end: bigint;

  /**
   * @param movements In the order in which they happened.
   * @param uses In the order in which they are paid; together they are what came in less what went back, if the books tie.
   */
  constructor(movements: readonly Movement[], uses: readonly U[]) {
    const inflows = inflowsOf(movements);
    const places = placesOf(inflows);
    for (const inflow of inflows) this.#place(inflow, places.get(inflow) ?? 0n);
    let from = 0n;
    for (const use of uses) {
      if (use.amount <= 0n) continue;
      this.#uses.push({ from, to: from + use.amount, use });
      from += use.amount;
    }
    this.#end = from;
  }

  /**
   * What became of a stretch of all that a payer ever brought.
   * @returns Parts that add up to the stretch, in the order of the line.
   */
  follow(payer: string, stretch: Stretch): Became<U>[] {
    const became: Became<U>[] = [];
    let known = 0n;
    for (const placed of between(this.#byPayer.get(payer) ?? [], stretch)) {
      const amount = common(placed, stretch);
      known += amount;
      if (placed.place === null) {
        became.push({ use: "returned", amount });
        continue;
      }
      const from = placed.place + larger(stretch.from, placed.from) - placed.from;
      became.push(...this.#usesOf({ from, to: from + amount }));
    }
    const missing = stretch.to - stretch.from - known;
    if (missing > 0n) became.push({ use: "unexplained", amount: missing });
    return became;
  }

  #usesOf(stretch: Stretch): Became<U>[] {
    const became: Became<U>[] = [];
    for (const placed of between(this.#uses, stretch))
      became.push({ use: placed.use, amount: common(placed, stretch) });
    const beyond = stretch.to - larger(stretch.from, this.#end);
    if (beyond > 0n) became.push({ use: "unexplained", amount: beyond });
    return became;
  }

  /** Where in all that its payer brought the inflow stands, and where in the line. */
  #place({ payer, amount, kept }: Inflow, place: bigint): void {
    const placed = this.#byPayer.get(payer) ?? [];
    const from = placed.at(-1)?.to ?? 0n;
    if (kept > 0n) placed.push({ from, to: from + kept, place });
    if (kept < amount) placed.push({ from: from + kept, to: from + amount, place: null });
    this.#byPayer.set(payer, placed);
  }
}

/** What came in, in the order in which it did. */
function inflowsOf(movements: readonly Movement[]): Inflow[] {
  const inflows: Inflow[] = [];
  const bySource = new Map<string, Inflow[]>();
  for (const movement of movements) {
    const ofSource = bySource.get(movement.source) ?? [];
    bySource.set(movement.source, ofSource);
    if (movement.amount < 0n) {
      giveBack(ofSource, -movement.amount);
      continue;
    }
    const inflow = { ...movement, kept: movement.amount };
    ofSource.push(inflow);
    inflows.push(inflow);
  }
  return inflows;
}

/** Take the tail. More than there is was another source's money; which, nothing says. */
function giveBack(inflows: readonly Inflow[], amount: bigint): void {
  let left = amount;
  for (const inflow of inflows.toReversed()) {
    const part = smaller(left, inflow.kept);
    inflow.kept -= part;
    left -= part;
    if (left === 0n) return;
  }
}

function placesOf(inflows: readonly Inflow[]): Map<Inflow, bigint> {
  const places = new Map<Inflow, bigint>();
  let place = 0n;
  for (const inflow of inflows.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))) {
    places.set(inflow, place);
    place += inflow.kept;
  }
  return places;
}
