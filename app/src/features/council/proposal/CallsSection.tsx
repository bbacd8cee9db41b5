// SPDX-License-Identifier: Apache-2.0

import type { Proposal } from "#sdk/council/index.ts";
import { showMoment } from "../../../shared/format/index.ts";
import { FactGrid, HexValue, Section } from "../../../shared/ui/index.ts";
import { ActCards } from "../ActCards.tsx";
import { accountName } from "../names.ts";
import type { CouncilGround } from "../queries.ts";
import { ProposalBadge } from "../room/proposalColumns.tsx";
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
          <ActCards ground={ground} calls={proposal.calls} />
        </>
      )}
    </Section>
  );
}
