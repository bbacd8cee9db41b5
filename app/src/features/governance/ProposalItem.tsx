// SPDX-License-Identifier: Apache-2.0

import { lazy, Suspense, useState } from "react";
import type { PublicProposal } from "../../shared/api/index.ts";
import { ProposalBadge, titleOf } from "../../shared/council/index.ts";
import { showCount } from "../../shared/format/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import classes from "./governance.module.css";
import type { Ground } from "./ground.ts";
import { words } from "./words/index.ts";

/** Comes with the first proposal that is opened; the page with its sentences is there before. */
const ProposalDetails = lazy(async () => {
  const { ProposalDetails } = await import("./ProposalDetails.tsx");
  return { default: ProposalDetails };
});

interface ProposalItemProps {
  readonly ground: Ground;
  readonly proposal: PublicProposal;
}

/** One proposal: its sentence in the line that is always there, everything else when it is opened. */
export function ProposalItem({ ground, proposal }: ProposalItemProps) {
  const { names, read } = ground;
  // Once opened it stays drawn, so that opening it again is at once.
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details
      className={classes.proposal}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setWasOpened(true);
      }}
    >
      <summary className={classes.line}>
        <span className={classes.number}>{words.proposal.title(showCount(proposal.id))}</span>
        <span className={classes.what}>{titleOf(names, proposal.calls.map(read))}</span>
        <ProposalBadge state={proposal.state} />
      </summary>
      {wasOpened ? (
        <Suspense fallback={<LoadingRows />}>
          <ProposalDetails ground={ground} proposal={proposal} />
        </Suspense>
      ) : null}
    </details>
  );
}
