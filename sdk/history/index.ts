// SPDX-License-Identifier: Apache-2.0

export {
  ChainError,
  type ChainFailure,
  type ChainReader,
  type Header,
  type LogFilter,
  type RpcOptions,
  rpcChain,
} from "./chain.ts";
export { fromStored, isNullable, kindOf, type Stored, toStored } from "./columns.ts";
export { ContractBook, type ContractKind } from "./contractBook.ts";
export * from "./donor/index.ts";
export { type BeforeImage, HistoryError, type RowChange, type RowKey } from "./draft.ts";
export * from "./entryKinds.ts";
export { decodeLogs, type HistoryEvent, type Place } from "./events.ts";
export { ChainMoved, type FetchedRange, fetchRange } from "./fetchLogs.ts";
export { scopeOfCycle } from "./handlers/reach.ts";
export { type BrokenRule, checkProgramme, type ProgrammeState } from "./invariants.ts";
export { MemoryStore } from "./memoryStore.ts";
export * from "./names.ts";
export type { Fee, RawLog } from "./rawLog.ts";
export { type ReadChainOptions, readChain } from "./readChain.ts";
export { type ReadRows, rowsOf } from "./readRows.ts";
export { type LoadRows, type Position, type Reduction, reduceEvents, START } from "./reduce.ts";
export { referenceBytes } from "./reference.ts";
export {
  type AnyRow,
  columnsOf,
  decodeRow,
  encodeRow,
  type KeyValues,
  keyOf,
  keyText,
  type Row,
  type TableName,
  tableNames,
  tableOf,
} from "./rows.ts";
export type * from "./shapes/index.ts";
export { mergeSmallGroups, publicCount, publicReach, SMALLEST_GROUP } from "./smallGroups.ts";
export { answerFromSnapshot, type ReadSnapshotFile, SNAPSHOT_PAGE, snapshotFile } from "./snapshot.ts";
export type { Checkpoint, Commit, HistoryStore } from "./store.ts";
export {
  correctionView,
  cycleView,
  documentView,
  programmeDetail,
  programmeSummary,
  receiptView,
  settlementView,
  shopView,
} from "./viewsOfRows.ts";
