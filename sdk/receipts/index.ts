// SPDX-License-Identifier: Apache-2.0

export { batchOf, lastNumberOf, type ReceiptBatch } from "./batch.ts";
export {
  type Explanation,
  REJECTIONS,
  type RejectionName,
  rejectionName,
  STOPS,
  type StopName,
  stopName,
} from "./catalogue.ts";
export {
  CORRECTION_KINDS,
  type CorrectableReceipt,
  type Correction,
  type CorrectionKind,
  type CorrectionStruct,
  correctionStruct,
  type Entry,
  honour,
  reenter,
  reenterLost,
  reverse,
} from "./corrections.ts";
export { type Day, dayOf, dayOfDate, formatDay } from "./day.ts";
export { extractsFor, extractsOfAccount, type ListExtract } from "./extracts.ts";
export {
  type CycleId,
  cycleId,
  type ReceiptNumber,
  receiptNumber,
  type TerminalAddress,
  terminalAddress,
} from "./ids.ts";
export {
  encodeReceipts,
  ITEM_BYTES,
  isRefundItem,
  itemOf,
  packItems,
  type ReceiptItem,
  receiptOf,
  unpackItems,
} from "./items.ts";
export { type BatchOutcome, decodeOutcomes, type ReceiptOutcome, type RecordedReceipts } from "./outcomes.ts";
export {
  type BatchPlan,
  type BatchProblem,
  type Gap,
  type PlannedBatch,
  type PlanOptions,
  planBatches,
} from "./planBatches.ts";
export {
  isSameReceipt,
  RECOGNITIONS,
  type Receipt,
  type ReceiptKind,
  type ReceiptPlace,
  type Recognition,
  type Refund,
  type Sale,
} from "./receipt.ts";
export {
  type BatchSigner,
  batchTypedData,
  hashBatch,
  isSignedByTerminal,
  type ProgrammePlace,
  type SignedBatch,
  signBatch,
} from "./signing.ts";
export { MAX_BATCH_ITEMS, TRANSACTION_LIMITS, type TransactionLimits } from "./sizes.ts";
