// SPDX-License-Identifier: Apache-2.0

import type { CycleState } from "#sdk/history/names.ts";
import type { Amount } from "#sdk/money/index.ts";

/** What a household is entitled to in the field's words, in the order of its life. */
export const ENTITLEMENT_STATES = [
  "pending",
  "approved",
  "partiallyFulfilled",
  "fulfilled",
  "expired",
  "cancelled",
] as const;
export type EntitlementState = (typeof ENTITLEMENT_STATES)[number];

/** What one cycle's list has for a household. Times in Unix seconds, money in ledger units. */
export interface EntitlementFacts {
  /** Address of the programme. */
  readonly programme: string;
  readonly programmeName: string;
  readonly cycle: number;
  readonly cycleState: CycleState;
  readonly opensAt: number;
  readonly expiresAt: number;
  readonly listed: Amount;
  /** Whether the household's part of the list is on the ledger, so that it can be spent. */
  readonly isLoaded: boolean;
  /** Undefined while nobody can tell: of a cycle that is over the receipts say it, and the history server may be away. */
  readonly spent: Amount | undefined;
}

const NOT_APPROVED: ReadonlySet<CycleState> = new Set(["Prepared", "AwaitingRelease"]);
const CALLED_OFF: ReadonlySet<CycleState> = new Set(["Returned", "Cancelled"]);

/** @param now Unix seconds, by the ledger's time. */
export function entitlementState(facts: EntitlementFacts, now: number): EntitlementState {
  if (NOT_APPROVED.has(facts.cycleState)) return "pending";
  if (CALLED_OFF.has(facts.cycleState)) return "cancelled";
  const spent = facts.spent ?? 0n;
  if (spent >= facts.listed) return "fulfilled";
  const isOver = facts.cycleState === "Closed" || now > facts.expiresAt;
  if (isOver) return "expired";
  return spent > 0n ? "partiallyFulfilled" : "approved";
}

/** What of it was not spent; undefined while that is not known. */
export function leftOf({ listed, spent }: Pick<EntitlementFacts, "listed" | "spent">): Amount | undefined {
  if (spent === undefined) return undefined;
  return (listed > spent ? listed - spent : 0n) as Amount;
}
