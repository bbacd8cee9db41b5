// SPDX-License-Identifier: Apache-2.0

import type { PublicProposal } from "../../shared/api/index.ts";
import { ActCards, accountName, councilWords } from "../../shared/council/index.ts";
import { TransactionLink } from "../../shared/donor/index.ts";
import { showCount, showDay, showMoment } from "../../shared/format/index.ts";
import { type Fact, FactGrid } from "../../shared/ui/index.ts";
import { labelOf } from "../../shared/words/index.ts";
import type { Ground } from "./ground.ts";
import { Reasons } from "./Reasons.tsx";
import { words } from "./words/index.ts";

const text = words.proposal;

interface ProposalDetailsProps {
  readonly ground: Ground;
  readonly proposal: PublicProposal;
}

/** Who voted and when, the reasons, and every call with all that it says. */
export function ProposalDetails({ ground, proposal }: ProposalDetailsProps) {
  const { names, read } = ground;
  return (
    <>
      <FactGrid facts={factsOf(ground, proposal)} />
      <Reasons hash={proposal.rationale} uri={proposal.uri} />
      <ActCards names={names} calls={proposal.calls} read={read} />
    </>
  );
}

function factsOf({ names }: Ground, proposal: PublicProposal): Fact[] {
  const { approvals, objections, needed, readyAt, lapsesAt, executed, state } = proposal;
  const who = (accounts: readonly string[]) =>
    accounts.map((account) => accountName(names, account)).join(", ");
  const isOver = state === "Executed" || state === "Cancelled";
  const count = showCount(approvals.length);
  const facts: Fact[] = [
    [text.level, labelOf(councilWords.levels, proposal.level)],
    [text.proposed, <Happened key="made" day={proposal.madeDay} transaction={proposal.transaction} />],
    [text.by, accountName(names, proposal.proposer)],
    // What it needed at its time is not what it would need by the rules of now.
    [isOver ? text.approvedBy : text.approvals(count, showCount(needed)), who(approvals) || text.nobody],
  ];
  if (objections.length > 0) facts.push([text.objections, who(objections)]);
  if (!isOver && readyAt !== null) facts.push([text.from, showMoment(readyAt)]);
  if (!isOver && lapsesAt !== null) facts.push([text.until, showMoment(lapsesAt)]);
  if (executed !== null) {
    facts.push([
      text.executed,
      <Happened key="done" day={executed.day} transaction={executed.transaction} />,
    ]);
  }
  return facts;
}

function Happened({ day, transaction }: { readonly day: number; readonly transaction: string }) {
  return (
    <>
      {showDay(day)} <TransactionLink hash={transaction} />
    </>
  );
}
