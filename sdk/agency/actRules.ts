// SPDX-License-Identifier: Apache-2.0

import type { Role } from "./officers.ts";

/** Who proposes and who approves an act, and how long it waits in between (seconds). */
export interface ActRule {
  readonly proposer: Role;
  readonly approver: Role;
  readonly wait: number;
}

const DAY = 86_400;

/** A proposal that nobody approved for so long (seconds) after its wait cannot be approved any more. */
export const ACT_LAPSES_AFTER = 30 * DAY;

const LIST: ActRule = { proposer: "Preparer", approver: "Approver", wait: 0 };
const MONEY: ActRule = { proposer: "Finance", approver: "Approver", wait: 0 };
const CHANGE: ActRule = { ...MONEY, wait: 2 * DAY };
const ACCOUNT: ActRule = { proposer: "Custodian", approver: "Approver", wait: 0 };

/** The contracts' own rules by function. */
const RULES: Readonly<Record<string, ActRule>> = {
  cancelCycle: LIST,
  stopCycle: LIST,
  extendCycle: LIST,
  reduceCycle: LIST,
  closeCycle: MONEY,
  recordSource: MONEY,
  returnUnspent: MONEY,
  changeFeeReserve: MONEY,
  registerShop: MONEY,
  changeShopTerms: MONEY,
  correct: MONEY,
  settle: MONEY,
  confirmSettlement: MONEY,
  returnSettlement: MONEY,
  issue: MONEY,
  // An amendment that names another payout waits two days; the contract alone knows which was the one before.
  offerTerms: MONEY,
  returnExcess: MONEY,
  acceptSpending: MONEY,
  giveNotice: MONEY,
  allocate: MONEY,
  acceptUnattributed: MONEY,
  releaseEarmark: { ...MONEY, wait: 14 * DAY },
  changeBands: CHANGE,
  changePayout: CHANGE,
  liftGuardianPause: CHANGE,
  closeProgramme: CHANGE,
  abandonOpening: ACCOUNT,
  closeAccounts: ACCOUNT,
  reopenAccounts: ACCOUNT,
  linkAccounts: ACCOUNT,
  rebindAccounts: ACCOUNT,
};

/** The rule for an act by its function's name; undefined for a function that is no act. */
export function actRule(name: string): ActRule | undefined {
  return RULES[name];
}
