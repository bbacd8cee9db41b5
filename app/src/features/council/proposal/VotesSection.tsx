// SPDX-License-Identifier: Apache-2.0

import { type CouncilSeat, decodeCall, type Proposal } from "#sdk/council/index.ts";
import { accountName } from "../../../shared/council/index.ts";
import { showCount } from "../../../shared/format/index.ts";
import { DataTable, Section, StateBadge, type Tone } from "../../../shared/ui/index.ts";
import classes from "../council.module.css";
import type { CouncilGround } from "../queries.ts";
import { words } from "../words/index.ts";

const text = words.votes;

interface VotesSectionProps {
  readonly ground: CouncilGround;
  readonly proposal: Proposal;
}

/** Who approves and who objects, of the members of now. */
export function VotesSection({ ground, proposal }: VotesSectionProps) {
  const { approvedBy, approvalsNeeded, objectedBy, objectionsNeeded } = proposal;
  const given = text.approvals(showCount(approvedBy.length), showCount(approvalsNeeded));
  const against = text.objections(showCount(objectedBy.length), showCount(objectionsNeeded));
  const removed = removedBy(ground, proposal);
  const isAnew = proposal.happenings.some(({ kind }) => kind === "startedAgain");
  return (
    <Section title={text.title} hint={`${given}; ${against}.`}>
      {(headingId) => (
        <>
          <div className={classes.table}>
            <DataTable
              labelledBy={headingId}
              columns={[
                {
                  key: "member",
                  header: text.columns.member,
                  cell: ({ account }: CouncilSeat) => accountName(ground.names, account),
                },
                {
                  key: "vote",
                  header: text.columns.vote,
                  cell: ({ account }: CouncilSeat) => (
                    <>
                      <Vote account={account} proposal={proposal} />{" "}
                      {includes(removed, account) ? text.removed : null}
                    </>
                  ),
                },
              ]}
              rows={ground.council.members}
              rowKey={({ account }) => account}
            />
          </div>
          {isAnew ? <p className={`${classes.soft} ${classes.padded}`}>{text.startedAgain}</p> : null}
        </>
      )}
    </Section>
  );
}

interface VoteProps {
  readonly account: string;
  readonly proposal: Proposal;
}

function Vote({ account, proposal: { approvedBy, objectedBy } }: VoteProps) {
  const [approves, objects] = [includes(approvedBy, account), includes(objectedBy, account)];
  const [tone, label]: readonly [Tone, string] = objects
    ? ["bad", approves ? text.both : text.objects]
    : approves
      ? ["good", text.approves]
      : ["quiet", text.none];
  return <StateBadge tone={tone} label={label} />;
}

/** Members whom a proposal removes: they cannot object to it. */
export function removedBy({ book }: CouncilGround, { calls }: Pick<Proposal, "calls">): string[] {
  return calls.flatMap((call) => {
    const act = decodeCall(book, call);
    return act.kind === "reconfigure" ? [...act.removed] : [];
  });
}

function includes(accounts: readonly string[], account: string): boolean {
  return accounts.some((other) => other.toLowerCase() === account.toLowerCase());
}
