// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { isPending, type Proposal } from "#sdk/council/index.ts";
import { Loaded } from "../../../shared/desk/index.ts";
import { ButtonLink, DataTable, Empty, Section } from "../../../shared/ui/index.ts";
import { useWallet } from "../../../shared/wallet/index.ts";
import classes from "../council.module.css";
import { type CouncilGround, useProposals } from "../queries.ts";
import { words } from "../words/index.ts";
import { proposalColumns } from "./proposalColumns.tsx";

const text = words.proposals;

interface ProposalListsProps {
  readonly ground: CouncilGround;
  /** Stands between what is open and what is over. */
  readonly children: ReactNode;
}

/** What is to be decided, and what is over. */
export function ProposalLists({ ground, children }: ProposalListsProps) {
  const query = useProposals(ground);
  return (
    <Loaded query={query}>
      {(proposals) => (
        <>
          <Section
            title={text.open}
            hint={text.openHint}
            aside={
              <ButtonLink to="/console/council/new" size="xs">
                {text.propose}
              </ButtonLink>
            }
          >
            {(headingId) => (
              <List
                ground={ground}
                headingId={headingId}
                proposals={proposals.filter(isPending)}
                empty={[text.noneOpen, text.noneOpenHint]}
              />
            )}
          </Section>
          {children}
          <Section title={text.history} hint={text.historyHint}>
            {(headingId) => (
              <List
                ground={ground}
                headingId={headingId}
                proposals={proposals.filter((proposal) => !isPending(proposal))}
                empty={[text.noneOver, text.noneOverHint]}
              />
            )}
          </Section>
        </>
      )}
    </Loaded>
  );
}

interface ListProps {
  readonly ground: CouncilGround;
  readonly headingId: string;
  readonly proposals: readonly Proposal[];
  readonly empty: readonly [title: string, hint: string];
}

function List({ ground, headingId, proposals, empty: [title, hint] }: ListProps) {
  const { address } = useWallet();
  if (proposals.length === 0) return <Empty title={title}>{hint}</Empty>;
  return (
    <div className={classes.table}>
      <DataTable
        labelledBy={headingId}
        columns={proposalColumns(ground, address)}
        rows={proposals}
        rowKey={({ id }) => String(id)}
      />
    </div>
  );
}
