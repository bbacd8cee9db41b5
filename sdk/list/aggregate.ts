// SPDX-License-Identifier: Apache-2.0

import { type Amount, sumAmounts } from "../money/index.ts";
import type { Entitlement } from "./entitlement.ts";

export interface Aggregate {
  readonly households: number;
  /** In smallest units. */
  readonly total: Amount;
}

/**
 * Third stage: what the accepted rows come to. One household has one row, since validation leaves no
 * identifier twice.
 */
export function aggregate(entitlements: readonly Entitlement[]): Aggregate {
  return { households: entitlements.length, total: sumAmounts(entitlements.map(({ amount }) => amount)) };
}
