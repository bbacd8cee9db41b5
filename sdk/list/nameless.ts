// SPDX-License-Identifier: Apache-2.0

import type { Amount } from "../money/index.ts";
import type { AccountNumber } from "./accountNumber.ts";
import type { HouseholdTraits } from "./entitlement.ts";

/** One line of the nameless list: what an approver sees of a household. No personal data. */
export interface NamelessEntry extends HouseholdTraits {
  readonly account: AccountNumber;
  /** In smallest units. */
  readonly amount: Amount;
}
