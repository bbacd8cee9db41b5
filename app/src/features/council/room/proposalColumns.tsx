// SPDX-License-Identifier: Apache-2.0

import { awaitsVote, decodeCall, type Proposal, seatOf } from "#sdk/council/index.ts";
import { ProposalBadge, titleOf } from "../../../shared/council/index.ts";
import { showCount, showMoment } from "../../../shared/format/index.ts";
import { type Column, TextLink } from "../../../shared/ui/index.ts";
import type { CouncilGround } from "../queries.ts";
import { words } from "../words/index.ts";

const text = words.proposals;

/** Columns of the lists of proposals. */
export function proposalColumns(
  ground: CouncilGround,
  you: string | undefined,
): readonly [Column<Proposal>, ...Column<Proposal>[]] {
  return [
    {
      key: "proposal",
      header: text.columns.proposal,
      cell: ({ id }) => (
        <TextLink to="/console/council/$id" params={{ id: String(id) }}>
          {text.open1(showCount(id))}
        </TextLink>
      ),
    },
    {
      key: "what",
      header: text.columns.what,
      canWrap: true,
      isWide: true,
      cell: ({ calls }) =>
        titleOf(
          ground.names,
          calls.map((call) => decodeCall(ground.book, call)),
        ),
    },
    {
      key: "state",
      header: text.columns.state,
      cell: (proposal) => (
        <>
          <ProposalBadge state={proposal.state} />
          {awaits(ground, proposal, you) ? <> {text.awaitsYou}</> : null}
        </>
      ),
    },
    { key: "votes", header: text.columns.votes, cell: votesOf },
    {
      key: "when",
      header: text.columns.when,
      cell: ({ happenings: [made] }) => (made === undefined ? "" : showMoment(made.time)),
    },
  ];
}

/** Whether this member has not said a word about it. */
function awaits({ council }: CouncilGround, proposal: Proposal, you: string | undefined): boolean {
  return you !== undefined && seatOf(council, you) !== undefined && awaitsVote(proposal, you);
}

function votesOf({ approvedBy, approvalsNeeded, objectedBy }: Proposal): string {
  const given = text.of(showCount(approvedBy.length), showCount(approvalsNeeded));
  return objectedBy.length === 0 ? given : `${given}, ${text.objections(showCount(objectedBy.length))}`;
}
