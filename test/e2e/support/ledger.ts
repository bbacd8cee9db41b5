// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { ProgrammeHandle, Suite } from "#sdk/agency/index.ts";
import { readHistory } from "./history.ts";

interface CycleBook {
  total: bigint;
  redeemed: bigint;
  refunded: bigint;
  isLoaded: boolean;
  isClosed: boolean;
}

interface ShopBook {
  gross: bigint;
  refunds: bigint;
  settled: bigint;
}

/** A programme's books kept by hand: what the test itself says has happened, in smallest units. */
export class Ledger {
  #free = 0n;
  #fees = 0n;
  #settled = 0n;
  #instructed = 0n;
  readonly #cycles = new Map<number, CycleBook>();
  readonly #shops = new Map<string, ShopBook>();

  fund(amount: bigint): void {
    this.#free += amount;
  }

  setFeesAside(amount: bigint): void {
    this.#free -= amount;
    this.#fees += amount;
  }

  activate(cycle: number, total: bigint): void {
    this.#free -= total;
    this.#cycles.set(cycle, { total, redeemed: 0n, refunded: 0n, isLoaded: false, isClosed: false });
  }

  load(cycle: number): void {
    this.cycle(cycle).isLoaded = true;
  }

  sell(shop: number, cycle: number, amount: bigint): void {
    this.cycle(cycle).redeemed += amount;
    this.shop(shop, cycle).gross += amount;
  }

  /** A refund, or an entry that two officers took back. */
  takeBack(shop: number, cycle: number, amount: bigint): void {
    this.cycle(cycle).refunded += amount;
    this.shop(shop, cycle).refunds += amount;
  }

  /** Pay in tokens at once. @returns what the shop gets. */
  pay(shop: number, cycle: number, amount: bigint, withholding: bigint, commission: bigint): bigint {
    this.shop(shop, cycle).settled += amount;
    this.#free += withholding;
    this.#fees -= commission;
    const payment = amount - withholding + commission;
    this.#settled += payment;
    return payment;
  }

  /** Instruct a bank, without withholding or commission. */
  instruct(shop: number, cycle: number, amount: bigint): void {
    this.shop(shop, cycle).settled += amount;
    this.#instructed += amount;
  }

  bankPaid(amount: bigint): void {
    this.#instructed -= amount;
    this.#settled += amount;
  }

  bankReturned(shop: number, cycle: number, amount: bigint): void {
    this.#instructed -= amount;
    this.shop(shop, cycle).settled -= amount;
  }

  close(cycle: number): void {
    const book = this.cycle(cycle);
    this.#free += unspent(book);
    book.isClosed = true;
  }

  owed(shop: number, cycle: number): bigint {
    const { gross, refunds, settled } = this.shop(shop, cycle);
    return gross - refunds - settled;
  }

  /** The programme's money as these books have it. */
  balances() {
    const open = [...this.#cycles.values()].filter(({ isClosed }) => !isClosed);
    const shops = [...this.#shops.values()];
    return {
      free: this.#free,
      reserved: open.reduce((sum, book) => sum + unspent(book), 0n),
      owed: shops.reduce((sum, { gross, refunds, settled }) => sum + gross - refunds - settled, 0n),
      fees: this.#fees,
    };
  }

  /** Compare with the chain's own views and with what the history makes of the events, to the unit. */
  async assertTies(
    suite: Suite,
    rpc: string,
    { contract, address }: ProgrammeHandle,
    step: string,
  ): Promise<void> {
    const own = this.balances();
    const { free, reserved, owed, fees } = await contract.balances();
    assert.deepEqual({ free, reserved, owed, fees }, own, `${step}: balances on chain`);

    const { programme, cycles, ledgers, broken } = await readHistory(suite, rpc, address);
    assert.deepEqual(broken, [], `${step}: the history ties in itself`);
    const seen = {
      free: programme.free,
      reserved: programme.reserved,
      owed: programme.owed,
      fees: programme.fees,
    };
    assert.deepEqual(seen, own, `${step}: balances in the history`);
    const paid = { settled: programme.settled, instructed: programme.instructed };
    assert.deepEqual(
      paid,
      { settled: this.#settled, instructed: this.#instructed },
      `${step}: payments in the history`,
    );

    for (const [id, book] of this.#cycles) {
      const expected = {
        total: book.total,
        loaded: book.isLoaded ? book.total : 0n,
        redeemed: book.redeemed,
        refunded: book.refunded,
      };
      const view = await contract.cycleOf(id);
      const { total, loaded, redeemed, refunded } = view;
      assert.deepEqual({ total, loaded, redeemed, refunded }, expected, `${step}: cycle ${id} on chain`);
      const row = cycles.find((cycle) => cycle.id === id);
      const inHistory = {
        total: row?.total,
        loaded: row?.loaded,
        redeemed: row?.redeemed,
        refunded: row?.refunded,
      };
      assert.deepEqual(inHistory, expected, `${step}: cycle ${id} in the history`);
    }
    for (const [key, book] of this.#shops) {
      const [shop = 0, cycle = 0] = key.split("/").map(Number);
      const { gross, refunds, settled } = await contract.ledgerOf(shop, cycle);
      assert.deepEqual({ gross, refunds, settled }, book, `${step}: shop ${shop}, cycle ${cycle} on chain`);
      const row = ledgers.find((ledger) => ledger.shop === shop && ledger.cycle === cycle);
      const inHistory = { gross: row?.gross, refunds: row?.refunds, settled: row?.settled };
      assert.deepEqual(inHistory, book, `${step}: shop ${shop}, cycle ${cycle} in the history`);
    }
  }

  private cycle(id: number): CycleBook {
    const book = this.#cycles.get(id);
    if (book === undefined) throw new Error(`no cycle ${id} in these books`);
    return book;
  }

  private shop(shop: number, cycle: number): ShopBook {
    const key = `${shop}/${cycle}`;
    const book = this.#shops.get(key) ?? { gross: 0n, refunds: 0n, settled: 0n };
    this.#shops.set(key, book);
    return book;
  }
}

function unspent({ total, redeemed, refunded }: CycleBook): bigint {
  return total - redeemed + refunded;
}
