// SPDX-License-Identifier: Apache-2.0

import { encodeBytes32String, id } from "ethers";
import { accountNumberOf } from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { packItems } from "#sdk/receipts/index.ts";
import { address, LogWriter } from "./logs.ts";

export interface SimCycle {
  id: number;
  state: "Approved" | "Closed" | "Cancelled";
  total: bigint;
  loaded: bigint;
  redeemed: bigint;
  refunded: bigint;
  nextChunk: number;
}

export interface SimSettlement {
  id: number;
  cycle: SimCycle;
  shop: number;
  amount: bigint;
  withholding: bigint;
  commission: bigint;
  state: "Instructed" | "Paid" | "Returned" | "Refused";
}

export interface SimReceipt {
  terminal: number;
  number: number;
  cycle: SimCycle;
  amount: bigint;
  isRefund: boolean;
  outcome: "credited" | "rejected" | "corrected";
}

/**
 * A programme that keeps its books as the contract does (free, committed, fees; what is reserved and owed follows) and writes the
 * events that the contract would emit. The reducer keeps them another way, so that equal totals say something.
 */
export class Books {
  readonly writer = new LogWriter();
  readonly cycles: SimCycle[] = [];
  readonly settlements: SimSettlement[] = [];
  readonly receipts: SimReceipt[] = [];
  readonly ledgers = new Map<string, { gross: bigint; refunds: bigint; settled: bigint }>();
  free = 0n;
  committed = 0n;
  fees = 0n;
  funded = 0n;
  returned = 0n;
  paid = 0n;
  instructed = 0n;
  accountsOpened = 0;
  protected readonly next = [1, 1];
  protected readonly commitments = new Set<string>();
  protected openings = 0;
  protected acts = 0;

  get reserved(): bigint {
    const open = this.cycles.filter(({ state }) => state === "Approved");
    return open.reduce((sum, cycle) => sum + unspentOf(cycle), 0n);
  }

  get owed(): bigint {
    return this.committed - this.reserved;
  }

  protected prepare(total: bigint, households: number): SimCycle {
    const cycle: SimCycle = {
      id: this.cycles.length + 1,
      state: "Approved",
      total,
      loaded: 0n,
      redeemed: 0n,
      refunded: 0n,
      nextChunk: 1,
    };
    this.cycles.push(cycle);
    const terms = [
      id("root"),
      4,
      households,
      total,
      1,
      2,
      3,
      20_000,
      20_030,
      0,
      0,
      1,
      id("digest"),
      id("sheet"),
    ];
    this.writer.emit("programme", "CyclePrepared", cycle.id, address(1), id("terms"), terms);
    return cycle;
  }

  protected open(n: number): SimCycle | undefined {
    const open = this.cycles.filter(({ state }) => state === "Approved");
    return open[n % Math.max(open.length, 1)];
  }

  protected ledger(shop: number, cycle: number) {
    const key = `${shop} ${cycle}`;
    const ledger = this.ledgers.get(key) ?? { gross: 0n, refunds: 0n, settled: 0n };
    this.ledgers.set(key, ledger);
    return ledger;
  }

  protected sell(
    cycle: SimCycle,
    terminal: number,
    number: number,
    isRefund: boolean,
    n: number,
  ): SimReceipt {
    const { gross, refunds, settled } = this.ledger(terminal + 1, cycle.id);
    const room = isRefund ? gross - refunds - settled : cycle.loaded - cycle.redeemed + cycle.refunded;
    const amount = part(room, n) / 3n;
    if (amount === 0n || n % 6 === 0) {
      return { terminal, number, cycle, amount: 999n, isRefund, outcome: "rejected" };
    }
    this.count(cycle, terminal + 1, isRefund ? 0n : amount, isRefund ? amount : 0n);
    return { terminal, number, cycle, amount, isRefund, outcome: "credited" };
  }

  protected count(cycle: SimCycle, shop: number, sold: bigint, refunded: bigint): void {
    cycle.redeemed += sold;
    cycle.refunded += refunded;
    const ledger = this.ledger(shop, cycle.id);
    ledger.gross += sold;
    ledger.refunds += refunded;
  }

  protected release(amount: bigint): void {
    this.committed -= amount;
    this.free += amount;
  }

  protected pay(settlement: SimSettlement): void {
    this.release(settlement.withholding);
    this.paid += paymentOf(settlement);
  }

  protected emitCorrection(
    { terminal, number, cycle }: SimReceipt,
    kind: number,
    [amount, renewed]: [bigint, bigint],
  ): void {
    const key = terminalAddress(terminal);
    const newAccount = renewed > 0n ? 301 : 0;
    const correction = [
      key,
      number,
      cycle.id,
      kind,
      300,
      amount,
      newAccount,
      renewed,
      encodeBytes32String("WRONG-AMOUNT"),
    ];
    this.writer.emit("programme", "ReceiptCorrected", key, number, cycle.id, terminal + 1, correction);
  }
}

export function paymentOf({ amount, withholding, commission }: SimSettlement): bigint {
  return amount - withholding + commission;
}

export function unspentOf(cycle: SimCycle): bigint {
  return cycle.total - cycle.redeemed + cycle.refunded;
}

/** Some part of an amount, chosen by a number. */
export function part(amount: bigint, n: number): bigint {
  return amount <= 0n ? 0n : 1n + (amount * BigInt(n % 97)) / 100n;
}

export function terminalAddress(index: number): string {
  return address(0x7e01 + index);
}

export function bankPayout(): unknown[] {
  return [1, address(0), id("bank account")];
}

export function itemBytes(amount: bigint, isRefund: boolean, number: number): Uint8Array {
  const reference = isRefund ? number - 1 : 20_010;
  return packItems([
    { account: accountNumberOf(300), amount: amountOf(amount), reference, flags: isRefund ? 3 : 2 },
  ]);
}
