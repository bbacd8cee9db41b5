// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import type * as views from "#sdk/history/donorViews.ts";
import type { Answer } from "#sdk/history/views.ts";
import { address, code, count, hash, indexedTo, pageOf } from "./scalars.ts";
import type { Accepts } from "./schemas.ts";

// As in schemas.ts, for the council.

const transaction = v.object({ day: count, transaction: hash });

const proposal = v.object({
  id: count,
  proposer: address,
  level: v.picklist(["Ordinary", "Configuration", "Upgrade"]),
  state: v.picklist(["None", "Open", "Queued", "Ready", "Lapsed", "Executed", "Cancelled"]),
  calls: v.array(v.object({ target: address, data: v.pipe(v.string(), v.regex(/^0x([0-9a-f]{2})*$/)) })),
  rationale: hash,
  uri: v.string(),
  approvals: v.array(address),
  objections: v.array(address),
  needed: count,
  readyAt: v.nullable(count),
  lapsesAt: v.nullable(count),
  madeDay: count,
  transaction: hash,
  executed: v.nullable(transaction),
});
export type PublicProposal = v.InferOutput<typeof proposal>;

export const proposalPage = pageOf(proposal);

export const council = v.object({
  indexedTo,
  address: v.nullable(address),
  epoch: count,
  quorum: count,
  upgradeQuorum: count,
  delay: count,
  upgradeDelay: count,
  gracePeriod: count,
  members: v.array(v.object({ account: address, nameHash: hash })),
  organisations: v.array(
    v.object({ id: count, name: v.string(), kind: code, isSuspended: v.boolean(), nameHash: hash }),
  ),
  arbiters: v.array(v.object({ account: address, until: v.nullable(count) })),
  proposals: v.array(proposal),
});
export type PublicCouncil = v.InferOutput<typeof council>;

/** As in donorSchemas.ts. */
export type ReadsTheCouncil = [
  Accepts<typeof proposal, views.ProposalView>,
  Accepts<typeof council, Answer<views.CouncilView>>,
];
