// SPDX-License-Identifier: Apache-2.0

import {
  approveProposalCall,
  choicesOf,
  executeProposalCall,
  isPending,
  objectCall,
  type Proposal,
  revokeApprovalCall,
} from "#sdk/council/index.ts";
import { type Act, ActButton, ActStatus, useAct } from "../../../shared/act/index.ts";
import { showCount } from "../../../shared/format/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import { SwitchChain, useWallet, WalletNote } from "../../../shared/wallet/index.ts";
import classes from "../council.module.css";
import { NeedsMember } from "../NeedsMember.tsx";
import type { CouncilGround } from "../queries.ts";
import { words } from "../words/index.ts";
import { SignPart } from "./SignPart.tsx";
import { removedBy } from "./VotesSection.tsx";

const text = words.decide;

interface DecideSectionProps {
  readonly ground: CouncilGround;
  readonly proposal: Proposal;
}

/** A member's vote and, once the delay is over, the button with which anybody carries the proposal out. */
export function DecideSection({ ground, proposal }: DecideSectionProps) {
  const approval = useAct({ name: "approve" });
  const revocation = useAct({ name: "revoke" });
  const objection = useAct({ name: "object" });
  const execution = useAct({ name: "execute" });
  return (
    <>
      <Section title={text.title}>
        {() => (
          <div className={classes.stack}>
            {isPending(proposal) ? (
              <NeedsMember council={ground.council}>
                {({ account }) => (
                  <Choices
                    ground={ground}
                    proposal={proposal}
                    member={account}
                    acts={{ approval, revocation, objection }}
                  />
                )}
              </NeedsMember>
            ) : (
              <p>{text.over}</p>
            )}
            <ActStatus act={approval} />
            <ActStatus act={revocation} />
            <ActStatus act={objection} />
            {isPending(proposal) ? <SignPart ground={ground} proposal={proposal} /> : null}
          </div>
        )}
      </Section>
      <ExecutePart ground={ground} proposal={proposal} execution={execution} />
    </>
  );
}

interface ChoicesProps extends DecideSectionProps {
  readonly member: string;
  readonly acts: { readonly approval: Act; readonly revocation: Act; readonly objection: Act };
}

function Choices({ ground, proposal, member, acts }: ChoicesProps) {
  const choices = choicesOf(proposal, member, removedBy(ground, proposal));
  const place = { council: ground.council.address, id: proposal.id };
  return (
    <>
      {choices.isToBeRemoved ? <p>{text.toBeRemoved}</p> : null}
      <div className={classes.buttons}>
        {choices.approve ? (
          <ActButton
            act={acts.approval}
            onRun={({ officer }) => approveProposalCall(place, proposal.hash, officer.address)}
          >
            {text.approve}
          </ActButton>
        ) : null}
        {choices.revoke ? (
          <ActButton
            act={acts.revocation}
            variant="default"
            onRun={({ officer }) => revokeApprovalCall(place, officer.address)}
          >
            {text.revoke}
          </ActButton>
        ) : null}
        {choices.object ? (
          <ActButton
            act={acts.objection}
            variant="default"
            onRun={({ officer }) => objectCall(place, officer.address)}
          >
            {text.object}
          </ActButton>
        ) : null}
      </div>
      {choices.object ? (
        <p className={classes.soft}>{text.objectHint(showCount(proposal.objectionsNeeded))}</p>
      ) : null}
    </>
  );
}

interface ExecutePartProps extends DecideSectionProps {
  readonly execution: Act;
}

function ExecutePart({ ground, proposal, execution }: ExecutePartProps) {
  const { address, isOnChain } = useWallet();
  const isReady = proposal.state === "Ready";
  if (!isReady && execution.state.kind === "idle") return null;
  const place = { council: ground.council.address, id: proposal.id };
  return (
    <Section title={text.executeTitle} hint={text.executeHint}>
      {() => (
        <div className={classes.stack}>
          {isReady && address === undefined ? <WalletNote>{text.executeConnect}</WalletNote> : null}
          {isReady && address !== undefined && !isOnChain ? (
            <WalletNote aside={<SwitchChain />}>{text.wrongNetwork}</WalletNote>
          ) : null}
          {isReady && address !== undefined && isOnChain ? (
            <div className={classes.buttons}>
              <ActButton
                act={execution}
                onRun={() => executeProposalCall(place, proposal.calls, proposal.rationale.hash)}
              >
                {text.execute}
              </ActButton>
            </div>
          ) : null}
          <ActStatus act={execution} />
        </div>
      )}
    </Section>
  );
}
