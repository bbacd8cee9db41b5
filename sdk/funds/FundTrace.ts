// SPDX-License-Identifier: Apache-2.0

import { type Amount, amountOf } from "#sdk/money/index.ts";
import type { FundAllocation, FundBooks, FundContribution } from "./books.ts";
import { between, common, larger, type Stretch, smaller } from "./stretches.ts";

/** A contribution's part in an allocation. */
export interface Step {
  readonly allocation: FundAllocation;
  readonly amount: Amount;
  /** How much of `amount` came back to the fund; it goes on in later steps, or waits. */
  readonly returned: Amount;
  /** Which stretches of the allocation it is, counted from the allocation's beginning; only what has not come back. */
  readonly kept: readonly Stretch[];
}

/** Where a contribution went. What waits and what recipients kept add up to the contribution. */
export interface Journey {
  /** In the order of the allocations. Money that came back and went again is in a step each time. */
  readonly steps: readonly Step[];
  /** Still in the fund, or in it again. */
  readonly waiting: Amount;
  /** What recipients have got and not given back. */
  readonly kept: ReadonlyMap<string, Amount>;
}

/** A donor's part in an allocation. */
export interface Origin {
  /** What a donor gave, never a return. */
  readonly contribution: FundContribution;
  readonly amount: Amount;
}

/** A stretch of money in a pot. */
interface Piece extends Stretch {
  readonly pot: string | null;
}

/** A step while it is put together. */
interface Tally {
  readonly amount: bigint;
  readonly returned: bigint;
  readonly kept: readonly Stretch[];
}

/** The money of one pot, each list in the order of its places. */
interface Pot {
  readonly contributions: FundContribution[];
  readonly allocations: FundAllocation[];
}

/**
 * Follows money through a fund, first in, first out, to the unit: from a contribution to the allocations that it paid, and from an
 * allocation back to those who gave it, also through returns that were allocated again.
 */
export class FundTrace {
  readonly #pots = new Map<string | null, Pot>();
  readonly #contributions = new Map<number, FundContribution>();
  readonly #allocations = new Map<number, FundAllocation>();
  /** What came back of an allocation. */
  readonly #returns = new Map<number, FundContribution[]>();

  /** @param books Complete, or at least everything up to one moment. */
  constructor({ contributions, allocations }: FundBooks) {
    for (const contribution of contributions) {
      this.#contributions.set(contribution.id, contribution);
      this.#pot(contribution.earmark).contributions.push(contribution);
      const parent = contribution.parent?.allocation;
      if (parent !== undefined) this.#returns.set(parent, [...this.#returnsOf(parent), contribution]);
    }
    for (const allocation of allocations) {
      this.#allocations.set(allocation.id, allocation);
      this.#pot(allocation.earmark).allocations.push(allocation);
    }
    for (const pot of this.#pots.values()) {
      pot.contributions.sort(byPlace);
      pot.allocations.sort(byPlace);
    }
  }

  /** Where a contribution went; undefined when there is none with this number. */
  follow(contributionId: number): Journey | undefined {
    const start = this.#contributions.get(contributionId);
    if (start === undefined) return undefined;
    const steps = new Map<number, Tally>();
    let waiting = 0n;
    const pieces: Piece[] = [{ pot: start.earmark, from: start.from, to: start.to }];
    for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
      let gone = 0n;
      for (const allocation of between(this.#pot(piece.pot).allocations, piece)) {
        const part = common(piece, allocation);
        const back = common(piece, { from: allocation.to - allocation.returned, to: allocation.to });
        const step = steps.get(allocation.id) ?? { amount: 0n, returned: 0n, kept: [] };
        const kept = [...step.kept, ...keptOf(allocation, piece)];
        steps.set(allocation.id, { amount: step.amount + part, returned: step.returned + back, kept });
        gone += part;
        if (back > 0n) pieces.push(...this.#comeBack(allocation, piece));
      }
      waiting += piece.to - piece.from - gone;
    }
    return this.#journey(steps, waiting);
  }

  /** Whose money an allocation was, in the order in which they gave; empty when there is none with this number. */
  originsOf(allocationId: number): Origin[] {
    const allocation = this.#allocations.get(allocationId);
    if (allocation === undefined) return [];
    const amounts = new Map<number, bigint>();
    const pieces: Piece[] = [{ pot: allocation.earmark, from: allocation.from, to: allocation.to }];
    for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
      for (const contribution of between(this.#pot(piece.pot).contributions, piece)) {
        const part = common(piece, contribution);
        if (contribution.parent === null) {
          amounts.set(contribution.id, (amounts.get(contribution.id) ?? 0n) + part);
          continue;
        }
        // A return: look where it had stood before it left.
        const { allocation: parent, from } = contribution.parent;
        const pot = this.#allocations.get(parent)?.earmark ?? null;
        const offset = from - contribution.from;
        pieces.push({
          pot,
          from: larger(piece.from, contribution.from) + offset,
          to: smaller(piece.to, contribution.to) + offset,
        });
      }
    }
    return [...amounts]
      .sort(([a], [b]) => a - b)
      .flatMap(([id, amount]) => {
        const contribution = this.#contributions.get(id);
        return contribution === undefined ? [] : [{ contribution, amount: amountOf(amount) }];
      });
  }

  #journey(steps: ReadonlyMap<number, Tally>, waiting: bigint): Journey {
    const kept = new Map<string, Amount>();
    const list: Step[] = [];
    for (const [id, { amount, returned, kept: stretches }] of [...steps].sort(([a], [b]) => a - b)) {
      const allocation = this.#allocations.get(id);
      if (allocation === undefined) continue;
      list.push({ allocation, amount: amountOf(amount), returned: amountOf(returned), kept: stretches });
      if (amount === returned) continue;
      kept.set(allocation.recipient, amountOf((kept.get(allocation.recipient) ?? 0n) + amount - returned));
    }
    return { steps: list, waiting: amountOf(waiting), kept };
  }

  /** Where the part of a piece that came back of an allocation stands now. */
  #comeBack(allocation: FundAllocation, piece: Piece): Piece[] {
    return this.#returnsOf(allocation.id).flatMap((returned) => {
      const origin = returned.parent?.from ?? 0n;
      const offset = returned.from - origin;
      const from = larger(piece.from, origin);
      const to = smaller(piece.to, origin + (returned.to - returned.from));
      return from < to ? [{ pot: returned.earmark, from: from + offset, to: to + offset }] : [];
    });
  }

  #returnsOf(allocationId: number): FundContribution[] {
    return this.#returns.get(allocationId) ?? [];
  }

  #pot(earmark: string | null): Pot {
    const known = this.#pots.get(earmark);
    if (known !== undefined) return known;
    const pot: Pot = { contributions: [], allocations: [] };
    this.#pots.set(earmark, pot);
    return pot;
  }
}

/** What of a piece went into the allocation and has not come back, counted from the allocation's beginning. */
function keptOf(allocation: FundAllocation, piece: Piece): Stretch[] {
  const from = larger(piece.from, allocation.from);
  const to = smaller(piece.to, allocation.to - allocation.returned);
  return from < to ? [{ from: from - allocation.from, to: to - allocation.from }] : [];
}

function byPlace(a: { from: bigint }, b: { from: bigint }): number {
  return a.from < b.from ? -1 : Number(a.from > b.from);
}
