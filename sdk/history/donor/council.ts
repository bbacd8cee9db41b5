// SPDX-License-Identifier: Apache-2.0

import { id as keccakOfText } from "ethers";
import type { ReadRows } from "../readRows.ts";
import type { Row } from "../rows.ts";
import type { CouncilView, ProposalView } from "../shapes/index.ts";

const ARBITER = "Monitor";
/** Proposals that the council's own answer carries. */
const PROPOSALS_SHOWN = 500;

const NO_COUNCIL: CouncilView = {
  address: null,
  epoch: 0,
  quorum: 0,
  upgradeQuorum: 0,
  delay: 0,
  upgradeDelay: 0,
  gracePeriod: 0,
  members: [],
  organisations: [],
  arbiters: [],
  proposals: [],
};

/** @param now Unix seconds of the block up to which the rows are complete: what is ready and what has lapsed follows from it. */
export async function councilOf(read: ReadRows, now: number): Promise<CouncilView> {
  const [council] = await read("councils");
  if (council === undefined) return NO_COUNCIL;
  const members = await read("members", { council: council.address });
  const proposals = (await read("proposals", { council: council.address })).toSorted((a, b) => b.id - a.id);
  const shown = proposals.slice(0, PROPOSALS_SHOWN);
  const { address, epoch, quorum, upgradeQuorum, delay, upgradeDelay, gracePeriod } = council;
  return {
    address,
    epoch,
    quorum,
    upgradeQuorum,
    delay,
    upgradeDelay,
    gracePeriod,
    members: members
      .filter(({ isMember }) => isMember)
      .map(({ account, nameHash }) => ({ account, nameHash }))
      .toSorted((a, b) => (a.account < b.account ? -1 : 1)),
    organisations: (await read("organisations")).toSorted((a, b) => a.id - b.id).map(organisationView),
    arbiters: await arbitersOf(read, address, now),
    proposals: await proposalViews(read, council, shown, now),
  };
}

function organisationView({
  id,
  name,
  kind,
  isSuspended,
}: Row<"organisations">): CouncilView["organisations"][number] {
  return {
    id,
    name,
    kind: kind as CouncilView["organisations"][number]["kind"],
    isSuspended,
    nameHash: keccakOfText(name),
  };
}

/** Arbiters hold a role in the first organisation that the council admitted for itself: see sdk/council/arbiters.ts. */
async function arbitersOf(read: ReadRows, council: string, now: number): Promise<CouncilView["arbiters"]> {
  const offices = await read("officers", { role: "Administrator", officer: council });
  const administered = new Set(offices.flatMap((each) => (each.isAppointed ? [each.organisation] : [])));
  const panel = (await read("organisations"))
    .filter((each) => each.firstAdministrator === council && administered.has(each.id) && !each.isSuspended)
    .toSorted((a, b) => a.id - b.id)[0];
  if (panel === undefined) return [];
  const named = await read("officers", { organisation: panel.id, role: ARBITER });
  return named
    .filter(({ isAppointed, until }) => isAppointed && (until === null || until >= now))
    .map(({ officer: account, until }) => ({ account, until }))
    .toSorted((a, b) => (a.account < b.account ? -1 : 1));
}

/** @param now As of {@link councilOf}. */
export async function proposalViews(
  read: ReadRows,
  council: Row<"councils">,
  proposals: readonly Row<"proposals">[],
  now: number,
): Promise<ProposalView[]> {
  const votes = Map.groupBy(await read("votes", { council: council.address }), ({ proposal }) => proposal);
  return proposals.map((proposal) => proposalView(proposal, council, votes.get(proposal.id) ?? [], now));
}

function proposalView(
  proposal: Row<"proposals">,
  council: Row<"councils">,
  votes: readonly Row<"votes">[],
  now: number,
): ProposalView {
  const isOver = proposal.state !== "Open";
  // Votes on what is over stay those of its time; of anything else only those of the present epoch count.
  const epoch = isOver ? proposal.epoch : council.epoch;
  const readyAt = proposal.epoch === epoch ? proposal.readyAt : null;
  const lapsesAt = readyAt === null ? null : readyAt + council.gracePeriod;
  const counted = votes.filter((vote) => vote.epoch === epoch);
  return {
    id: proposal.id,
    proposer: proposal.proposer,
    level: proposal.level as ProposalView["level"],
    state: isOver ? (proposal.state as ProposalView["state"]) : stateAt(now, readyAt, lapsesAt),
    calls: JSON.parse(proposal.calls) as ProposalView["calls"],
    rationale: proposal.rationale,
    uri: proposal.uri,
    approvals: membersOf(counted.filter(({ approves }) => approves)),
    objections: membersOf(counted.filter(({ objects }) => objects)),
    needed: proposal.level === "Ordinary" ? council.quorum : council.upgradeQuorum,
    readyAt,
    lapsesAt,
    madeDay: proposal.madeDay,
    transaction: proposal.transaction,
    executed:
      proposal.executedDay === null || proposal.executedIn === null
        ? null
        : { day: proposal.executedDay, transaction: proposal.executedIn },
  };
}

function membersOf(votes: readonly Row<"votes">[]): string[] {
  return votes.map(({ member }) => member).toSorted();
}

function stateAt(now: number, readyAt: number | null, lapsesAt: number | null): ProposalView["state"] {
  if (readyAt === null || lapsesAt === null) return "Open";
  if (now < readyAt) return "Queued";
  return now > lapsesAt ? "Lapsed" : "Ready";
}
