// SPDX-License-Identifier: Apache-2.0

export {
  type AccountNumber,
  accountAt,
  accountNumberOf,
  CHUNK_SIZE,
  chunkOf,
  laneOf,
} from "./accountNumber.ts";
export { type Aggregate, aggregate } from "./aggregate.ts";
export { type AssignedList, assignAccounts } from "./assignAccounts.ts";
export { decodeChunk, encodeChunk, type LaneAmount } from "./chunkPayload.ts";
export {
  type Commitment,
  type Committer,
  type CommitterOptions,
  createCommitter,
  keyCheckOf,
  requireKey,
} from "./commitment.ts";
export type { ProvenChunk } from "./committedChunks.ts";
export { compareLists, type ListComparison, type Share } from "./compareLists.ts";
export {
  type Breakdown,
  buildControlSheet,
  CONTROL_SHEET_FORMAT,
  type ControlSheet,
  type ControlSheetInput,
  encodeControlSheet,
  hashControlSheet,
} from "./controlSheet.ts";
export type { Encoding } from "./decodeText.ts";
export type { Entitlement, HouseholdTraits } from "./entitlement.ts";
export { buildEntitlementList, type EntitlementList, type ListScope, readChunk } from "./entitlementList.ts";
export { LIST_ERRORS, ListError } from "./errors.ts";
export {
  IDENTIFIER_PROFILE,
  type Identifier,
  type IdentifierFault,
  normaliseIdentifier,
} from "./identifier.ts";
export { type FileFormat, type ImportedList, importList, refusedFile } from "./importList.ts";
export { MAX_FILE_BYTES, MAX_HOUSEHOLD_SIZE, MAX_IDENTIFIER_LENGTH, MAX_TIMES } from "./limits.ts";
export type { NamelessEntry } from "./nameless.ts";
export { decodeNamelessList, encodeNamelessList } from "./namelessList.ts";
export { buildOpening, type Opening, type OpeningScope, readOpeningChunk } from "./opening.ts";
export {
  type CheckedOptions,
  type ColumnChoice,
  type ColumnMapping,
  type Delimiter,
  type ImportOptions,
  importOptionsSchema,
  mappingSchema,
} from "./options.ts";
export { PROBLEMS, type Problem, type ProblemCode, type ProblemName } from "./problems.ts";
export { refuseBySize } from "./refuseBySize.ts";
export { type Table, type TableRow, transform } from "./transform.ts";
export { type Validated, validate } from "./validate.ts";
