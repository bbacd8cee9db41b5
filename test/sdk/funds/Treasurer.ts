// SPDX-License-Identifier: Apache-2.0

import type { FundAllocation, FundBooks, FundContribution } from "#sdk/funds/index.ts";

/** One unit of money, with who gave it. */
interface Coin {
  readonly root: number;
}

/** What lies on a recipient's pile: coins of one allocation, with the place where the first of them had stood. */
interface Heap {
  readonly allocation: number;
  readonly from: bigint;
  readonly coins: Coin[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A fund kept with real coins: pots are queues, recipients have piles, and each coin is labelled with the contribution it came by. */
export class Treasurer {
  readonly #contributions: FundContribution[] = [];
  readonly #allocations: Writable<FundAllocation>[] = [];
  readonly #queues = new Map<string | null, Coin[]>();
  readonly #joined = new Map<string | null, bigint>();
  readonly #piles = new Map<string, Heap[]>();
  readonly #origins = new Map<number, Coin[]>();

  give(earmark: string | null, amount: number): void {
    const root = this.#contributions.length + 1;
    this.#join(
      earmark,
      "donor",
      Array.from({ length: amount }, () => ({ root })),
      null,
    );
  }

  allocate(recipient: string, amount: number): void {
    const own = Math.min(amount, this.#queue(recipient).length);
    const unearmarked = Math.min(amount - own, this.#queue(null).length);
    for (const [pot, part] of [[recipient, own] as const, [null, unearmarked] as const]) {
      if (part === 0) continue;
      const heap = this.#leave(recipient, pot, part);
      this.#pile(recipient).push(heap);
    }
  }

  return(recipient: string, amount: number): void {
    let left = amount;
    const pile = this.#pile(recipient);
    while (left > 0) {
      const heap = pile.at(-1);
      if (heap === undefined) return;
      const coins = heap.coins.splice(Math.max(0, heap.coins.length - left));
      left -= coins.length;
      const from = heap.from + BigInt(heap.coins.length);
      if (heap.coins.length === 0) pile.pop();
      this.#comeBack(heap.allocation, coins, from);
    }
  }

  /** What is earmarked for the recipient joins the unearmarked pot. */
  release(recipient: string): void {
    const left = this.#queue(recipient).length;
    if (left === 0) return;
    const heap = this.#leave(recipient, recipient, left);
    this.#comeBack(heap.allocation, heap.coins, heap.from, null);
  }

  /** What could be allocated to the recipient. */
  available(recipient: string): number {
    return this.#queue(recipient).length + this.#queue(null).length;
  }

  /** What of its allocations a recipient has not given back. */
  held(recipient: string): bigint {
    return this.#pile(recipient).reduce((sum, { coins }) => sum + BigInt(coins.length), 0n);
  }

  books(): FundBooks {
    return { contributions: this.#contributions, allocations: this.#allocations };
  }

  waiting(root: number): bigint {
    return count([...this.#queues.values()].flat(), root);
  }

  kept(root: number): Map<string, bigint> {
    const all = [...this.#piles].map(
      ([recipient, pile]) =>
        [
          recipient,
          count(
            pile.flatMap(({ coins }) => coins),
            root,
          ),
        ] as const,
    );
    return new Map(all.filter(([, amount]) => amount > 0n));
  }

  origins(allocation: number): Map<number, bigint> {
    const coins = this.#origins.get(allocation) ?? [];
    const roots = [...new Set(coins.map(({ root }) => root))].sort((a, b) => a - b);
    return new Map(roots.map((root) => [root, count(coins, root)]));
  }

  #leave(recipient: string, pot: string | null, amount: number): Heap {
    const queue = this.#queue(pot);
    const from = (this.#joined.get(pot) ?? 0n) - BigInt(queue.length);
    const coins = queue.splice(0, amount);
    const id = this.#allocations.length + 1;
    this.#allocations.push({ id, recipient, earmark: pot, from, to: from + BigInt(amount), returned: 0n });
    this.#origins.set(id, [...coins]);
    return { allocation: id, from, coins };
  }

  #comeBack(allocation: number, coins: Coin[], from: bigint, to?: null): void {
    const entry = this.#allocations[allocation - 1];
    if (entry === undefined) throw new Error("no such allocation");
    entry.returned += BigInt(coins.length);
    this.#join(to === null ? null : entry.earmark, entry.recipient, coins, { allocation, from });
  }

  #join(
    pot: string | null,
    donor: string,
    coins: Coin[],
    parent: { readonly allocation: number; readonly from: bigint } | null,
  ): void {
    const from = this.#joined.get(pot) ?? 0n;
    const to = from + BigInt(coins.length);
    this.#joined.set(pot, to);
    this.#queue(pot).push(...coins);
    this.#contributions.push({ id: this.#contributions.length + 1, donor, earmark: pot, from, to, parent });
  }

  #queue(pot: string | null): Coin[] {
    const known = this.#queues.get(pot);
    if (known !== undefined) return known;
    const queue: Coin[] = [];
    this.#queues.set(pot, queue);
    return queue;
  }

  #pile(recipient: string): Heap[] {
    const known = this.#piles.get(recipient);
    if (known !== undefined) return known;
    const pile: Heap[] = [];
    this.#piles.set(recipient, pile);
    return pile;
  }
}

function count(coins: readonly Coin[], root: number): bigint {
  return BigInt(coins.filter((coin) => coin.root === root).length);
}
