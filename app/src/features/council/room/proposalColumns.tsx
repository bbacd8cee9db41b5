// SPDX-License-Identifier: Apache-2.0

import { decodeCall, type Proposal, type ProposalState, seatOf } from "#sdk/council/index.ts";
import { showCount, showMoment } from "../../../shared/format/index.ts";
import { type Column, StateBadge, TextLink, type Tone } from "../../../shared/ui/index.ts";
import type { CouncilGround } from "../queries.ts";
import { sentenceOf } from "../sentence.ts";
import { words } from "../words/index.ts";

const text = words.proposals;

const TONES: Readonly<Record<ProposalState, Tone>> = {
  Open: "waiting",
  Queued: "busy",
  Ready: "good",
  Lapsed: "quiet",
  Executed: "good",
  Cancelled: "bad",
};

export function ProposalBadge({ state }: { readonly state: ProposalState }) {
  return <StateBadge tone={TONES[state]} label={words.states[state]} />;
}

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
      cell: (proposal) => titleOf(ground, proposal),
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

/** The first call in words, and how many more there are. */
export function titleOf({ book, names }: CouncilGround, { calls }: Pick<Proposal, "calls">): string {
  const [first, ...more] = calls.map((call) => sentenceOf(decodeCall(book, call), names));
  return more.length === 0 ? (first ?? "") : `${first} ${text.more(showCount(more.length))}`;
}

/** Whether it still collects approvals, and this member has not said a word about it. */
function awaits({ council }: CouncilGround, proposal: Proposal, you: string | undefined): boolean {
  if (you === undefined || proposal.state !== "Open" || seatOf(council, you) === undefined) return false;
  const said = [...proposal.approvedBy, ...proposal.objectedBy];
  return !said.some((account) => account.toLowerCase() === you.toLowerCase());
}

function votesOf({ approvedBy, approvalsNeeded, objectedBy }: Proposal): string {
  const given = text.of(showCount(approvedBy.length), showCount(approvalsNeeded));
  return objectedBy.length === 0 ? given : `${given}, ${text.objections(showCount(objectedBy.length))}`;
}
