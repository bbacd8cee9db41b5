// SPDX-License-Identifier: Apache-2.0

// What an agency's officers read of the suite, and every call that they sign. Nothing here signs or sends.
export { AgencyError } from "./AgencyError.ts";
export {
  type AccountEvent,
  type AccountEventFacts,
  type EventPlace,
  type ReceiptName,
  readAccountEvents,
} from "./accountEvents.ts";
export { type Account, type AccountStatus, findAccount, findAccountByNumber } from "./accounts.ts";
export { type AccountStanding, type EntitlementLeft, readStanding } from "./accountView.ts";
export { approveCall, proposeCall, withdrawCall } from "./actCalls.ts";
export { ACT_LAPSES_AFTER, type ActRule, actRule } from "./actRules.ts";
export { actSources } from "./actSources.ts";
/** Calldata of everything that two officers do, for {@link proposeCall}. */
export * as acts from "./acts/index.ts";
export { bankReferenceOf } from "./bankReference.ts";
export { type BooksScope, readBooks } from "./books.ts";
export {
  type Balances,
  type Band,
  readBalances,
  readBands,
  readSourceBooks,
  readSources,
  type Source,
  type SourceBook,
} from "./budget.ts";
export { type Call, type ExpectedValue, eventOf, filterOf, hasHappened, type Log } from "./call.ts";
export { codeBytes } from "./code.ts";
export {
  type CommitInput,
  type CommitmentFacts,
  type CommitmentTexts,
  type CommittedList,
  type ComparedList,
  commitEntries,
  compareCommitment,
  type NewCommitment,
  verifyCommitment,
} from "./commitment.ts";
export { type CommitmentFactsJson, commitmentFactsJson, commitmentFactsSchema } from "./commitmentFile.ts";
export {
  approveCycleCall,
  closeAbandonedCycleCall,
  prepareCycleCall,
  releaseCycleCall,
  returnCycleCall,
} from "./cycleCalls.ts";
export { type CycleStage, cycleStage } from "./cycleStage.ts";
export {
  type ApprovalNeeded,
  approvalNeeded,
  type Cycle,
  type CycleDetail,
  readCycle,
  readCycleDetail,
  readCycles,
} from "./cycles.ts";
export type { CycleTask } from "./cycleTasks.ts";
export {
  type CyclePlan,
  type CycleTerms,
  checkedTermsHash,
  hashTerms,
  type PreparedTerms,
  preparedTerms,
  termsOf,
} from "./cycleTerms.ts";
export {
  type DocumentKind,
  type DocumentRecord,
  type DocumentToRecord,
  documentHash,
  isDocumentRecorded,
  readDocumentRecords,
  recordDocumentCall,
} from "./documents.ts";
export { approveTokensCall, fundCall, tokensOf } from "./fundCalls.ts";
export { holdCall, LONGEST_HOLD, releaseHoldCall } from "./holdCalls.ts";
export { extractsForCorrection, loadedEntries, loadedList } from "./loadedList.ts";
export { blockTimes, readEvents } from "./logs.ts";
export {
  type ActingOfficer,
  OFFICER_ROLES,
  type Officer,
  type Organisation,
  officerRoles,
  type Role,
  readOfficers,
  readOrganisation,
} from "./officers.ts";
export {
  type ActSource,
  type Hindrance,
  hindranceOf,
  type OpenAct,
  openAct,
  openActs,
} from "./openActs.ts";
export { announceOpeningCall, type NumberedOpening, type OpeningPlan, planOpening } from "./openings.ts";
export {
  liftGuardianPauseCall,
  liftMemberPauseCall,
  type Pause,
  type PauseScope,
  type ProgrammePauses,
  pauseAsGuardianCall,
  pauseAsMemberCall,
  readPauses,
} from "./pauseCalls.ts";
export { type PauseEvent, readPauseStory } from "./pauseStory.ts";
export type { PauseTask } from "./pauseTasks.ts";
export { type ReadAct, readAct } from "./readAct.ts";
export { readReceipt, type TerminalReceipt } from "./receipt.ts";
export {
  type ListsByCycle,
  nextNumbers,
  planRedemption,
  type RedemptionPlan,
  type UnsignedBatch,
} from "./redeem.ts";
export { findAccounts, type KnownAccounts, type RegistryState, registryState } from "./registry.ts";
export { readSettlement, readSettlements, type Settlement, type SettlementDetail } from "./settlements.ts";
export type { SettlementTask } from "./settlementTasks.ts";
export {
  type SettlementInput,
  type SettlementTerms,
  settlementTerms,
  type TerminalMark,
} from "./settlementTerms.ts";
export {
  type CycleLedger,
  type Ledger,
  readLedger,
  readShopDetails,
  readShops,
  readTerminals,
  type Shop,
  type ShopDetail,
  type Terminal,
} from "./shops.ts";
export { bankPayout, type Payout, type ShopTermsInput, shopTerms, tokenPayout } from "./shopTerms.ts";
export { readStatement } from "./statement.ts";
export {
  chainTime,
  listProgrammes,
  openProvider,
  type ProgrammeHandle,
  readProgramme,
  type Suite,
  suiteOn,
} from "./suite.ts";
export { type ActTask, readTasks, type Task } from "./tasks.ts";
export { authoriseTerminalCall, revokeTerminalCall, type TerminalToAuthorise } from "./terminalCalls.ts";
