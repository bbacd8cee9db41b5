// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type PublicProposal, proposalsQuery } from "../../shared/api/index.ts";
import { LedgerList } from "../../shared/list/index.ts";
import { Empty, Section } from "../../shared/ui/index.ts";
import type { Ground } from "./ground.ts";
import { ProposalItem } from "./ProposalItem.tsx";
import { words } from "./words/index.ts";

interface ProposalsSectionsProps {
  readonly ground: Ground;
  /** Stands between what is open and what is over. */
  readonly children: ReactNode;
}

/** What is to be decided, and everything that was. */
export function ProposalsSections({ ground, children }: ProposalsSectionsProps) {
  const query = useInfiniteQuery(proposalsQuery());
  const open = ground.council.proposals.filter(isPending);
  return (
    <>
      <Section title={words.open.title} hint={words.open.hint}>
        {() =>
          open.length === 0 ? (
            <Empty icon="check" title={words.open.none}>
              {words.open.noneHint}
            </Empty>
          ) : (
            open.map((proposal) => <ProposalItem key={proposal.id} ground={ground} proposal={proposal} />)
          )
        }
      </Section>
      {children}
      <Section title={words.over.title} hint={words.over.hint}>
        {() => (
          <LedgerList query={query} empty={<Empty title={words.over.none}>{words.over.noneHint}</Empty>}>
            {(proposals) =>
              proposals
                .filter((proposal) => !isPending(proposal))
                .map((proposal) => <ProposalItem key={proposal.id} ground={ground} proposal={proposal} />)
            }
          </LedgerList>
        )}
      </Section>
    </>
  );
}

/** Whether anything can still be decided about it. */
function isPending({ state }: PublicProposal): boolean {
  return state === "Open" || state === "Queued" || state === "Ready";
}
