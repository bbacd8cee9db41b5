// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import * as shapes from "#sdk/history/shapes/index.ts";

// The server's answers are checked, not believed: a page of another version must say so rather than show nonsense.

/** How far the figures go; `snapshot` where they are those of a static one, `isInstead` of a server that does not answer. */
export const status = v.object({
  ...shapes.status.entries,
  snapshot: v.optional(v.object({ writtenAt: shapes.status.entries.chainId, isInstead: v.boolean() })),
});

export type Status = v.InferOutput<typeof status>;
export type Balances = v.InferOutput<typeof shapes.balances>;
export type ProgrammeSummary = v.InferOutput<typeof shapes.programmeSummary>;
export type Programme = v.InferOutput<typeof shapes.programme>;
export type Cycle = v.InferOutput<typeof shapes.cycle>;
export type Shop = v.InferOutput<typeof shapes.shop>;
export type Correction = v.InferOutput<typeof shapes.correction>;
export type Receipt = v.InferOutput<typeof shapes.receipt>;
export type Settlement = v.InferOutput<typeof shapes.settlement>;
export type DocumentRecord = v.InferOutput<typeof shapes.document>;

export type Ref = v.InferOutput<typeof shapes.ref>;
export type StateTotal = v.InferOutput<typeof shapes.stateTotal>;
export type Whereabouts = v.InferOutput<typeof shapes.whereabouts>;
export type Cost = v.InferOutput<typeof shapes.cost>;
export type Month = v.InferOutput<typeof shapes.month>;
export type Rate = v.InferOutput<typeof shapes.rate>;
export type AssetOverview = v.InferOutput<typeof shapes.assetOverview>;
export type Overview = v.InferOutput<typeof shapes.overview>;
export type TimelineEntry = v.InferOutput<typeof shapes.timelineEntry>;
export type FundSummary = v.InferOutput<typeof shapes.fundSummary>;
export type Fund = v.InferOutput<typeof shapes.fund>;
export type Contribution = v.InferOutput<typeof shapes.contribution>;
export type Allocation = v.InferOutput<typeof shapes.allocation>;
export type AgreementSummary = v.InferOutput<typeof shapes.agreementSummary>;
export type Milestone = v.InferOutput<typeof shapes.milestone>;
export type Agreement = v.InferOutput<typeof shapes.agreement>;
export type FollowPart = v.InferOutput<typeof shapes.followPart>;
export type FollowStep = v.InferOutput<typeof shapes.followStep>;
export type Follow = v.InferOutput<typeof shapes.follow>;
export type BreakdownLine = v.InferOutput<typeof shapes.breakdownLine>;
export type Breakdown = v.InferOutput<typeof shapes.breakdown>;
export type PublicCouncil = v.InferOutput<typeof shapes.council>;
export type PublicProposal = v.InferOutput<typeof shapes.proposal>;
