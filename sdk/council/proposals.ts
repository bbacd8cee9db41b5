// SPDX-License-Identifier: Apache-2.0

import type { Suite } from "#sdk/agency/suite.ts";
import { CouncilError } from "./CouncilError.ts";
import { type ProposalStory, readStories } from "./happenings.ts";
import { PROPOSAL_STATES, type ProposalState } from "./names.ts";
import { type Council, objectionsNeeded, quorumOf } from "./readCouncil.ts";

/** A proposal as it counts now. */
export interface Proposal extends ProposalStory {
  readonly hash: string;
  readonly state: ProposalState;
  /** Approvals and objections that it needs by the settings of now; approvals that it needed, once it is executed. */
  readonly approvalsNeeded: number;
  readonly objectionsNeeded: number;
  /** Unix seconds between which it can be executed; undefined without a quorum. */
  readonly window: { readonly from: number; readonly until: number } | undefined;
}

/** All proposals, the newest first. */
export async function readProposals(
  suite: Pick<Suite, "provider" | "deployment">,
  council: Council,
): Promise<Proposal[]> {
  const stories = await readStories(suite, council.address);
  const proposals = await Promise.all(stories.map((story) => completed(council, story)));
  return proposals.toReversed();
}

/** @throws CouncilError COUNCIL-102 when there is none with this number. */
export async function readProposal(
  suite: Pick<Suite, "provider" | "deployment">,
  council: Council,
  id: number,
): Promise<Proposal> {
  const stories = await readStories(suite, council.address);
  const story = stories.find((candidate) => candidate.id === id);
  if (story === undefined) throw new CouncilError("noSuchProposal", { proposal: id });
  return await completed(council, story);
}

async function completed(council: Council, story: ProposalStory): Promise<Proposal> {
  const { hash, state, readyAt } = await council.contract.proposalOf(story.id);
  const from = Number(readyAt);
  const name = PROPOSAL_STATES[Number(state)];
  return {
    ...story,
    hash,
    state: name === undefined || name === "None" ? "Open" : name,
    approvalsNeeded: name === "Executed" ? story.lastNeeded : quorumOf(council.settings, story.level),
    objectionsNeeded: objectionsNeeded(council, story.level),
    window: from === 0 ? undefined : { from, until: from + council.settings.gracePeriod },
  };
}

/** Whether anything can still be decided about it. */
export function isPending({ state }: Pick<Proposal, "state">): boolean {
  return state === "Open" || state === "Queued" || state === "Ready";
}

/** Whether it still collects approvals, and this member has neither approved nor objected. */
export function awaitsVote(
  { state, approvedBy, objectedBy }: Pick<Proposal, "state" | "approvedBy" | "objectedBy">,
  member: string,
): boolean {
  return state === "Open" && !has(approvedBy, member) && !has(objectedBy, member);
}

/** What a member may do about a proposal now, by the council's rules. */
export interface MemberChoices {
  readonly approve: boolean;
  readonly revoke: boolean;
  readonly object: boolean;
  /** The proposal removes this member, who therefore has no say in stopping it. */
  readonly isToBeRemoved: boolean;
}

/** @param removed Members whom the proposal removes. */
export function choicesOf(proposal: Proposal, member: string, removed: readonly string[]): MemberChoices {
  const isPendingNow = isPending(proposal);
  const approves = has(proposal.approvedBy, member);
  const isToBeRemoved = has(removed, member);
  return {
    approve: isPendingNow && !approves,
    revoke: isPendingNow && approves,
    object: isPendingNow && !has(proposal.objectedBy, member) && !isToBeRemoved,
    isToBeRemoved,
  };
}

function has(accounts: readonly string[], account: string): boolean {
  return accounts.some((other) => other.toLowerCase() === account.toLowerCase());
}
