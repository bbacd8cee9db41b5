// SPDX-License-Identifier: Apache-2.0

import { getRouteApi } from "@tanstack/react-router";
import { isPending } from "#sdk/council/index.ts";
import { Loaded } from "../../shared/desk/index.ts";
import { showCount } from "../../shared/format/index.ts";
import { CouncilFrame } from "./CouncilFrame.tsx";
import { CallsSection } from "./proposal/CallsSection.tsx";
import { ClockSection } from "./proposal/ClockSection.tsx";
import { DecideSection } from "./proposal/DecideSection.tsx";
import { RationaleSection } from "./proposal/RationaleSection.tsx";
import { StorySection } from "./proposal/StorySection.tsx";
import { VotesSection } from "./proposal/VotesSection.tsx";
import { type CouncilGround, useProposal } from "./queries.ts";
import { TrialSection } from "./TrialSection.tsx";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/council/$id");
const NUMBER = /^[1-9]\d{0,8}$/;

/** One proposal: what it does, what it would change, who is for it, and the buttons of whoever is looking. */
export function ProposalPage() {
  const { id } = route.useParams();
  const number = NUMBER.test(id) ? Number(id) : 0;
  return (
    <CouncilFrame key={id} title={words.proposal.title(number === 0 ? id : showCount(number))}>
      {(ground) => <Content ground={ground} id={number} />}
    </CouncilFrame>
  );
}

function Content({ ground, id }: { readonly ground: CouncilGround; readonly id: number }) {
  const query = useProposal(ground, id);
  return (
    <Loaded query={query}>
      {(proposal) => (
        <>
          <CallsSection ground={ground} proposal={proposal} />
          <RationaleSection rationale={proposal.rationale} />
          {isPending(proposal) ? <TrialSection ground={ground} calls={proposal.calls} /> : null}
          <VotesSection ground={ground} proposal={proposal} />
          <ClockSection council={ground.council} proposal={proposal} />
          <DecideSection ground={ground} proposal={proposal} />
          <StorySection ground={ground} proposal={proposal} />
        </>
      )}
    </Loaded>
  );
}
