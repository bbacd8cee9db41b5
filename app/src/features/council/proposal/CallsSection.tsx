// SPDX-License-Identifier: Apache-2.0

import { decodeCall, type Proposal } from "#sdk/council/index.ts";
import { ActCards, accountName, ProposalBadge } from "../../../shared/council/index.ts";
import { showMoment } from "../../../shared/format/index.ts";
import { FactGrid, HexValue, Section } from "../../../shared/ui/index.ts";
import type { CouncilGround } from "../queries.ts";
import { words } from "../words/index.ts";

const text = words.proposal;

interface CallsSectionProps {
  readonly ground: CouncilGround;
  readonly proposal: Proposal;
}

/** What a proposal does, who made it, and where it stands. */
export function CallsSection({ ground, proposal }: CallsSectionProps) {
  const [made] = proposal.happenings;
  const who = accountName(ground.names, proposal.proposer);
  return (
    <Section
      title={text.calls}
      hint={made === undefined ? text.callsHint : `${text.by(who, showMoment(made.time))} ${text.callsHint}`}
      aside={<ProposalBadge state={proposal.state} />}
    >
      {() => (
        <>
          <FactGrid
            facts={[
              [text.level, words.levels[proposal.level]],
              [text.fingerprint, <HexValue key="hash" value={proposal.hash} what={text.theFingerprint} />],
            ]}
          />
          <ActCards
            names={ground.names}
            calls={proposal.calls}
            read={(call) => decodeCall(ground.book, call)}
          />
        </>
      )}
    </Section>
  );
}
