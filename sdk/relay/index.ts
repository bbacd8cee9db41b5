// SPDX-License-Identifier: Apache-2.0

export { loadCycle, pushOpening } from "./chunks.ts";
export { type Rest, restOfBatches, restOfCycle, restOfOpening } from "./estimate.ts";
export { TRANSACTION_GAS_CAP } from "./gas.ts";
export { RelayError } from "./RelayError.ts";
export type { RelayOptions, RelayProgress, RelaySummary } from "./rounds.ts";
export {
  type BatchesSummary,
  type BatchToSend,
  type RejectedReceipt,
  type StoppedTerminal,
  sendBatches,
} from "./sendBatches.ts";
