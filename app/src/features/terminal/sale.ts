// SPDX-License-Identifier: Apache-2.0

import { type Amount, amountOf } from "#sdk/money/amount.ts";

/** The shop's ceiling: of `perDay * offlineDays`, `used` was used up at `usedAt` (Unix seconds); it drains by `perDay` a day. */
export interface Ceiling {
  readonly perDay: Amount;
  readonly offlineDays: number;
  readonly used: Amount;
  readonly usedAt: number;
}

/** What the ledger would judge a sale by. Times in Unix seconds. */
export interface SaleFacts {
  /** What the household has left in the cycle. */
  readonly left: Amount;
  /** The terminal's limit in a cycle. */
  readonly limit: Amount;
  /** What the terminal sold in the cycle, less refunds. */
  readonly netSales: Amount;
  readonly isShopActive: boolean;
  readonly ceiling: Ceiling;
  /** The account is on hold until then; 0 for no hold. */
  readonly heldUntil: number;
  readonly isClosed: boolean;
}

/** A cycle that can be sold from now, with what one household has left in it. Times in Unix seconds. */
export interface OpenCycle {
  readonly id: number;
  readonly opensAt: number;
  readonly expiresAt: number;
  readonly left: Amount;
}

/** The most that can be sold, and what sets it. */
export interface Room {
  readonly most: Amount;
  readonly boundBy: "left" | "limit" | "ceiling";
}

/** Why nothing can be sold. */
export type Refusal = "shopNotActive" | "closed" | "held" | "nothingLeft" | "limitUsedUp" | "ceilingUsedUp";

const DAY_SECONDS = 86_400n;

/** How much can be sold, by the rules of the contract, so that nobody hands out goods for a receipt that it would reject. @param now Unix seconds. */
export function roomFor(facts: SaleFacts, now: number): Room | { readonly refusal: Refusal } {
  if (!facts.isShopActive) return { refusal: "shopNotActive" };
  if (facts.isClosed) return { refusal: "closed" };
  if (facts.heldUntil >= now) return { refusal: "held" };
  if (facts.left <= 0n) return { refusal: "nothingLeft" };
  const byLimit = facts.limit - facts.netSales;
  if (byLimit <= 0n) return { refusal: "limitUsedUp" };
  const byCeiling = roomUnderCeiling(facts.ceiling, now);
  if (byCeiling <= 0n) return { refusal: "ceilingUsedUp" };
  const bounds: readonly Room[] = [
    { most: facts.left, boundBy: "left" },
    { most: amountOf(byLimit), boundBy: "limit" },
    { most: amountOf(byCeiling), boundBy: "ceiling" },
  ];
  return bounds.reduce((least, bound) => (bound.most < least.most ? bound : least));
}

function roomUnderCeiling({ perDay, offlineDays, used, usedAt }: Ceiling, now: number): bigint {
  const drained = (perDay * BigInt(Math.max(0, now - usedAt))) / DAY_SECONDS;
  const stillUsed = drained < used ? used - drained : 0n;
  return perDay * BigInt(offlineDays) - stillUsed;
}

/** What expires first is spent first. Cycles with nothing left are passed over. */
export function inOrderOfSpending(cycles: readonly OpenCycle[]): OpenCycle[] {
  return cycles.filter(({ left }) => left > 0n).toSorted((a, b) => a.expiresAt - b.expiresAt || a.id - b.id);
}

const DAY_MS = 86_400_000;

/** The day that a sale is dated by: the shop's calendar, within the days of the cycle, since the ledger's days begin at midnight UTC. */
export function saleDay(now: Date, { opensAt, expiresAt }: Pick<OpenCycle, "opensAt" | "expiresAt">): number {
  const first = Math.floor(opensAt / 86_400);
  const last = Math.floor(expiresAt / 86_400);
  return Math.min(last, Math.max(first, calendarDay(now)));
}

/** The date on the device's calendar, as days since 1970-01-01. */
export function calendarDay(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / DAY_MS;
}
