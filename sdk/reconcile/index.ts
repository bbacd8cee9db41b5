// SPDX-License-Identifier: Apache-2.0

export { CLASS_NAMES, CLASSES, type ResultClass } from "./classes.ts";
export {
  collectReceipts,
  type RecordedCorrection,
  type RecordedSettlement,
  type ShopEvent,
} from "./collect.ts";
export { encodeStatement, STATEMENT_FORMAT, type StatementDocument, statementDocument } from "./document.ts";
export { encodeResultCsv, RESULT_COLUMNS, type ResultLine, resultLines } from "./exportRows.ts";
export { reconcile } from "./reconcile.ts";
export type {
  ChainCorrection,
  ChainReceipt,
  ClassTotal,
  ReconcileInput,
  ReconcileScope,
  Reconciliation,
  ResultRow,
  ShopTerminal,
  StatementRow,
} from "./types.ts";
