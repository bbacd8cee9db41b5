// SPDX-License-Identifier: Apache-2.0

import type { Amount } from "../money/index.ts";
import type { Identifier } from "./identifier.ts";

/**
 * What the list says about a household besides who it is and what it gets. Goes into the nameless list and
 * the control sheet.
 */
export interface HouseholdTraits {
  readonly area?: string;
  readonly householdSize?: number;
  readonly group?: string;
}

/**
 * An accepted row: one household and what it is entitled to. Holds personal data; stays on the operator's
 * machine.
 */
export interface Entitlement extends HouseholdTraits {
  readonly row: number;
  readonly identifier: Identifier;
  /** In smallest units, above zero, on the payable step, at most a uint56. */
  readonly amount: Amount;
}
