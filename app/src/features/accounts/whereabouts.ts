// SPDX-License-Identifier: Apache-2.0

import type { Amount } from "#sdk/money/index.ts";
import { type EntitlementFacts, entitlementState, leftOf } from "./entitlement.ts";

/** A hold in one programme. */
export interface HoldFacts {
  readonly programme: string;
  readonly programmeName: string;
  /** Unix seconds; past or 0 when there is none now. */
  readonly until: number;
}

/** What is known of a household when somebody asks for its payment. */
export interface HouseholdFacts {
  /** Of a closed account: the account that the household goes on with, if any. */
  readonly closed: { readonly successor: number | undefined } | undefined;
  readonly holds: readonly HoldFacts[];
  readonly entitlements: readonly EntitlementFacts[];
}

interface About {
  readonly entitlement: EntitlementFacts;
}

type EntitlementAnswer = About &
  (
    | { readonly kind: "held"; readonly until: number }
    | { readonly kind: "open" | "expired"; readonly left: Amount }
    | { readonly kind: "loading" | "upcoming" | "waiting" | "spent" | "sentBack" | "cancelled" }
  );

/** Where a household's payment is: one answer, whatever the number of its cycles. */
export type Whereabouts =
  | EntitlementAnswer
  | { readonly kind: "closed"; readonly successor: number | undefined }
  | { readonly kind: "onNoList" };

/** What can be spent now comes first, then what is to come, then what is over; only a hold says more. */
const ORDER: readonly EntitlementAnswer["kind"][] = [
  "held",
  "open",
  "loading",
  "upcoming",
  "waiting",
  "spent",
  "expired",
  "sentBack",
  "cancelled",
];

/**
 * The answer to "where is my payment?" from everything that is known of the household.
 * @param now Unix seconds, by the ledger's time.
 */
export function whereIsThePayment({ closed, holds, entitlements }: HouseholdFacts, now: number): Whereabouts {
  if (closed) return { kind: "closed", successor: closed.successor };
  const answers = entitlements.map((entitlement) => answerFor(entitlement, holds, now));
  const [best] = answers.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || nearer(a, b));
  return best ?? { kind: "onNoList" };
}

function answerFor(
  entitlement: EntitlementFacts,
  holds: readonly HoldFacts[],
  now: number,
): EntitlementAnswer {
  const { cycleState, programme, opensAt, listed } = entitlement;
  const state = entitlementState(entitlement, now);
  const left = leftOf(entitlement) ?? listed;
  if (state === "pending") return { kind: "waiting", entitlement };
  if (state === "cancelled") {
    return { kind: cycleState === "Returned" ? "sentBack" : "cancelled", entitlement };
  }
  if (state === "fulfilled") return { kind: "spent", entitlement };
  if (state === "expired") return { kind: "expired", entitlement, left };
  const hold = holds.find((one) => one.programme === programme && one.until >= now);
  if (hold) return { kind: "held", entitlement, until: hold.until };
  if (now < opensAt) return { kind: "upcoming", entitlement };
  return entitlement.isLoaded ? { kind: "open", entitlement, left } : { kind: "loading", entitlement };
}

const IS_OVER: ReadonlySet<EntitlementAnswer["kind"]> = new Set([
  "spent",
  "expired",
  "sentBack",
  "cancelled",
]);

/** Of what goes on, the one that ends first; of what is over, the latest. */
function nearer(a: EntitlementAnswer, b: EntitlementAnswer): number {
  const byTime =
    a.entitlement.expiresAt - b.entitlement.expiresAt || a.entitlement.cycle - b.entitlement.cycle;
  return IS_OVER.has(a.kind) ? -byTime : byTime;
}
