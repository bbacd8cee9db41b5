// SPDX-License-Identifier: Apache-2.0

export { contractsQuery, councilQuery, proposalsQuery } from "./councilQueries.ts";
export type { PublicCouncil, PublicProposal } from "./councilSchemas.ts";
export {
  agreementQuery,
  agreementsQuery,
  allocationsQuery,
  breakdownQuery,
  contributionsQuery,
  followQuery,
  fundQuery,
  fundsQuery,
  overviewQuery,
  type TimelineFilter,
  timelineQuery,
} from "./donorQueries.ts";
export type {
  Agreement,
  AgreementSummary,
  Allocation,
  AssetOverview,
  Breakdown,
  BreakdownLine,
  Contribution,
  Cost,
  Follow,
  FollowPart,
  FollowStep,
  Fund,
  FundSummary,
  Milestone,
  Overview,
  Rate,
  Ref,
  StateTotal,
  TimelineEntry,
  Whereabouts,
} from "./donorSchemas.ts";
export {
  checkQuery,
  cyclesQuery,
  documentQuery,
  LEDGER_KEY,
  programmeQuery,
  programmesQuery,
  type ReceiptFilter,
  receiptsQuery,
  settlementsQuery,
  shopsQuery,
  statusQuery,
} from "./queries.ts";
export { makeQueryClient } from "./queryClient.ts";
export type {
  Balances,
  Correction,
  Cycle,
  DocumentRecord,
  Programme,
  ProgrammeSummary,
  Receipt,
  Settlement,
  Shop,
  Status,
} from "./schemas.ts";
export { addressOf } from "./source.ts";
