// SPDX-License-Identifier: Apache-2.0

import { useState } from "react";
import { type StepName, verifyCall } from "#sdk/agreements/index.ts";
import classes from "../agreementDesk.module.css";
import { type Comparison, EvidenceCheck } from "../files/EvidenceCheck.tsx";
import { words } from "../words/index.ts";
import { ActPart, FoldedAct } from "./ActPart.tsx";
import { AuthoriseForm, ProposeForm } from "./AuthoriseForms.tsx";
import { Doing } from "./Doing.tsx";
import type { MilestoneActsProps } from "./MilestoneActs.tsx";
import { ReturnForm } from "./ReturnForm.tsx";

const text = words.judge;

interface JudgeFormProps extends MilestoneActsProps {
  readonly may: ReadonlySet<StepName>;
}

/** What monitors and officers of the agency do with a submission: compare the file, verify or return it, propose or authorise the payment. */
export function JudgeForm({ view, milestone, may }: JudgeFormProps) {
  const { handle } = view;
  const evidence = milestone.evidence ?? "";
  // A new submission is a new file: what was compared before says nothing of it.
  const [compared, setCompared] = useState<{ readonly evidence: string; readonly result: Comparison }>();
  const isSame = compared?.evidence === evidence && compared.result === "same";
  const place = { agreement: handle.address, milestone: milestone.milestone, evidence };
  const props = { view, milestone, isCompared: isSame };
  return (
    <ActPart title={text.title} hint={text.hint}>
      <EvidenceCheck
        key={evidence}
        agreement={handle.address}
        hash={evidence}
        onCompared={(result) => setCompared({ evidence, result })}
      />
      {may.has("verify") ? (
        <div className={classes.choice}>
          {isSame ? null : <p className={classes.soft}>{text.compareFirst}</p>}
          <Doing
            name={`verify-${milestone.milestone}`}
            label={text.verify}
            done={text.verified}
            disabled={!isSame}
            build={({ officer }) => verifyCall(place, officer.address)}
          />
        </div>
      ) : null}
      {may.has("proposeAuthorisation") ? <ProposeForm {...props} /> : null}
      {milestone.proposed !== undefined && view.standing.agency.has("Finance") ? (
        <FoldedAct title={words.authorise.replace}>
          <ProposeForm {...props} />
        </FoldedAct>
      ) : null}
      {may.has("authorise") ? <AuthoriseForm {...props} /> : null}
      <ReturnForm place={place} />
    </ActPart>
  );
}
