// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  type CouncilCall,
  decodeCall,
  delayOf,
  encodeAct,
  levelOf,
  proposeCallsCall,
  quorumOf,
  type Rationale,
  readProposals,
} from "#sdk/council/index.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { ActCards } from "../../shared/council/index.ts";
import { showCount, showDuration } from "../../shared/format/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { Empty, Section } from "../../shared/ui/index.ts";
import { CouncilFrame } from "./CouncilFrame.tsx";
import classes from "./council.module.css";
import { ActForm } from "./forms/ActForm.tsx";
import { RationaleForm } from "./forms/RationaleForm.tsx";
import { NeedsMember } from "./NeedsMember.tsx";
import type { CouncilGround } from "./queries.ts";
import { TrialSection } from "./TrialSection.tsx";
import { words } from "./words/index.ts";

const text = words.compose;

/** A proposal is composed from forms, tried on the ledger, and only then signed. */
export function NewProposalPage() {
  return (
    <CouncilFrame title={text.title} intro={text.intro}>
      {(ground) => <Composer ground={ground} />}
    </CouncilFrame>
  );
}

function Composer({ ground }: { readonly ground: CouncilGround }) {
  const [calls, setCalls] = useState<readonly CouncilCall[]>([]);
  const [rationale, setRationale] = useState<Rationale>();
  return (
    <>
      <ActForm
        ground={ground}
        onAdd={(acts) => setCalls([...calls, ...acts.map((act) => encodeAct(ground.book, act))])}
      />
      <Section title={text.list} hint={text.listHint}>
        {() =>
          calls.length === 0 ? (
            <Empty title={text.empty}>{text.emptyHint}</Empty>
          ) : (
            <>
              <p className={`${classes.soft} ${classes.padded}`}>{needsOf(ground, calls)}</p>
              <ActCards
                names={ground.names}
                calls={calls}
                read={(call) => decodeCall(ground.book, call)}
                aside={(index, sentence) => (
                  <div>
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={text.removeWhat(sentence)}
                      onClick={() => setCalls(calls.filter((_, place) => place !== index))}
                    >
                      {text.remove}
                    </Button>
                  </div>
                )}
              />
            </>
          )
        }
      </Section>
      {calls.length === 0 ? null : <TrialSection ground={ground} calls={calls} />}
      <RationaleForm onChange={setRationale} />
      <ProposePart ground={ground} calls={calls} rationale={rationale} />
    </>
  );
}

/** What a proposal of these calls takes. */
function needsOf({ council }: CouncilGround, calls: readonly CouncilCall[]): string {
  const level = levelOf(council.address, calls);
  const votes = words.rules.of(
    showCount(quorumOf(council.settings, level)),
    showCount(council.members.length),
  );
  const delay = delayOf(council.settings, level);
  const needs = delay === 0 ? text.needsNow(votes) : text.needs(votes, showDuration(delay));
  return `${words.levels[level]}. ${needs}`;
}

interface ProposePartProps {
  readonly ground: CouncilGround;
  readonly calls: readonly CouncilCall[];
  readonly rationale: Rationale | undefined;
}

function ProposePart({ ground, calls, rationale }: ProposePartProps) {
  const { council } = ground;
  const suite = useSuite();
  const navigate = useNavigate();
  const act = useAct({ name: "propose", onDone: () => void openNewest() });

  /** The proposal that was just made: the newest with these reasons. */
  async function openNewest(): Promise<void> {
    const proposals = await readProposals(suite, council);
    const made = proposals.find(
      (proposal) => rationale === undefined || proposal.rationale.hash === rationale.hash,
    );
    if (made !== undefined) await navigate({ to: "/console/council/$id", params: { id: String(made.id) } });
  }

  return (
    <Section title={text.propose} hint={text.proposeHint}>
      {() => (
        <div className={classes.stack}>
          <NeedsMember council={council} otherwise={text.onlyMembers}>
            {() => (
              <ActButton
                act={act}
                disabled={calls.length === 0 || rationale === undefined}
                onRun={({ officer }) =>
                  rationale === undefined
                    ? []
                    : proposeCallsCall(council.address, calls, rationale, officer.address)
                }
              >
                {text.propose}
              </ActButton>
            )}
          </NeedsMember>
          <ActStatus act={act} />
        </div>
      )}
    </Section>
  );
}
