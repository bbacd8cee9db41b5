// SPDX-License-Identifier: Apache-2.0

import type { Log as EthersLog, LogDescription } from "ethers";
import { blockTimes, readLogs } from "#sdk/agency/logs.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import type { CouncilCall } from "./acts.ts";
import { COUNCIL } from "./faces.ts";
import type { ProposalLevel } from "./names.ts";
import { PROPOSAL_LEVELS } from "./names.ts";

/** Where and when something happened; time in Unix seconds. */
export interface Moment {
  readonly block: number;
  readonly transaction: string;
  readonly time: number;
}

export type HappeningKind =
  | "made"
  | "approved"
  | "revoked"
  | "objected"
  | "queued"
  | "cancelled"
  | "executed"
  /** Members or settings changed, so that approvals and objections began anew. */
  | "startedAgain";

/** One step of a proposal's life. */
export interface Happening extends Moment {
  readonly kind: HappeningKind;
  /** The member, or whoever executed it. */
  readonly by?: string;
}

/** A proposal as the ledger's events tell it. */
export interface ProposalStory {
  readonly id: number;
  readonly proposer: string;
  readonly level: ProposalLevel;
  readonly calls: readonly CouncilCall[];
  readonly rationale: { readonly hash: string; readonly uri: string };
  readonly happenings: readonly Happening[];
  /** Who approves and who objects now, in the order in which they did. */
  readonly approvedBy: readonly string[];
  readonly objectedBy: readonly string[];
  /** Approvals that it needed when the last was given. */
  readonly lastNeeded: number;
}

interface Draft {
  id: number;
  proposer: string;
  level: ProposalLevel;
  calls: CouncilCall[];
  rationale: { hash: string; uri: string };
  happenings: Happening[];
  approvedBy: string[];
  objectedBy: string[];
  lastNeeded: number;
}

const PLAIN: Readonly<Record<string, HappeningKind>> = {
  ProposalApproved: "approved",
  ApprovalRevoked: "revoked",
  ProposalQueued: "queued",
  ProposalObjected: "objected",
  ProposalCancelled: "cancelled",
  ProposalExecuted: "executed",
};

/** Everything that ever happened in the council, by proposal, the oldest first. */
export async function readStories(
  suite: Pick<Suite, "provider" | "deployment">,
  council: string,
): Promise<ProposalStory[]> {
  const logs = await readLogs(suite, council);
  const times = await blockTimes(
    suite,
    logs.map(({ blockNumber }) => blockNumber),
  );
  const stories = new Map<number, Draft>();
  for (const log of logs) {
    const event = COUNCIL.parseLog(log);
    if (event !== null) take(stories, event, momentOf(log, times));
  }
  return [...stories.values()];
}

function momentOf(log: EthersLog, times: ReadonlyMap<number, number>): Moment {
  return {
    block: log.blockNumber,
    transaction: log.transactionHash,
    time: times.get(log.blockNumber) ?? 0,
  };
}

function take(stories: Map<number, Draft>, event: LogDescription, moment: Moment): void {
  if (event.name === "ProposalMade") {
    const story = begun(event, moment);
    stories.set(story.id, story);
  } else if (event.name === "Reconfigured") {
    for (const story of stories.values()) startAgain(story, moment);
  } else {
    const kind = PLAIN[event.name];
    const story = kind === undefined ? undefined : stories.get(Number(event.args.proposalId));
    if (kind !== undefined && story !== undefined) goOn(story, kind, event, moment);
  }
}

function begun({ args }: LogDescription, moment: Moment): Draft {
  const { proposalId, proposer, level, calls, rationale, uri } = args;
  return {
    id: Number(proposalId),
    proposer,
    level: PROPOSAL_LEVELS[Number(level)] ?? "Upgrade",
    calls: [...calls].map(({ target, data }: CouncilCall) => ({ target, data })),
    rationale: { hash: rationale, uri },
    happenings: [{ kind: "made", by: proposer, ...moment }],
    approvedBy: [],
    objectedBy: [],
    lastNeeded: 0,
  };
}

/** A new epoch forgets the approvals of every proposal that is not over. */
function startAgain(story: Draft, moment: Moment): void {
  const isOver = story.happenings.some(({ kind }) => kind === "executed" || kind === "cancelled");
  if (isOver) return;
  story.approvedBy = [];
  story.objectedBy = [];
  story.happenings.push({ kind: "startedAgain", ...moment });
}

function goOn(story: Draft, kind: HappeningKind, { args }: LogDescription, moment: Moment): void {
  const by = (kind === "executed" ? args.executor : kind in BY_MEMBER ? args.member : undefined) as
    | string
    | undefined;
  story.happenings.push({ kind, ...(by === undefined ? {} : { by }), ...moment });
  if (kind === "approved") story.lastNeeded = Number(args.needed);
  if (by === undefined) return;
  if (kind === "approved") story.approvedBy.push(by);
  if (kind === "revoked") story.approvedBy = story.approvedBy.filter((member) => member !== by);
  if (kind === "objected") story.objectedBy.push(by);
}

const BY_MEMBER = { approved: true, revoked: true, objected: true } as const;
