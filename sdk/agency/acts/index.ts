// SPDX-License-Identifier: Apache-2.0

// Calldata of everything that two officers do: one proposes it, another restates and approves it.
export {
  type AccountLink,
  abandonOpening,
  type Closing,
  type ClosingReason,
  closeAccounts,
  linkAccounts,
  rebindAccounts,
  reopenAccounts,
} from "./accounts.ts";
export { correct } from "./corrections.ts";
export { cancelCycle, closeCycle, extendCycle, type LaterEnd, reduceCycle, stopCycle } from "./cycles.ts";
export {
  changeBands,
  changeFeeReserve,
  type Funding,
  issueUnits,
  recordSource,
  returnUnspent,
} from "./money.ts";
export { closeProgramme, liftGuardianPause } from "./pauses.ts";
export { confirmSettlement, makeSettlement, returnSettlement } from "./settlements.ts";
export { changePayout, changeShop, registerShop } from "./shops.ts";
