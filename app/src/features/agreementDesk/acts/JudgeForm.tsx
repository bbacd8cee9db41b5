// SPDX-License-Identifier: Apache-2.0

import { useState } from "react";
import { type StepName, verifyCall } from "#sdk/agreements/index.ts";
import classes from "../agreementDesk.module.css";
import { type Comparison, EvidenceCheck } from "../files/EvidenceCheck.tsx";
import { words } from "../words/index.ts";
import { ActPart, FoldedAct } from "./ActPart.tsx";
import { AuthoriseForm, ProposeForm } from "./AuthoriseForms.tsx";
import { Doing } from "./Doing.tsx";
import type { MilestoneActsProps } from "./milestoneActsProps.ts";
import { ReturnForm } from "./ReturnForm.tsx";
import { SignVerification } from "./SignVerification.tsx";
import { useStatements } from "./useStatements.ts";

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
      {may.has("verify") ? <Verify {...props} /> : null}
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

interface VerifyProps extends MilestoneActsProps {
  readonly isCompared: boolean;
}

/** A monitor verifies by a transaction, or signs and leaves the sending to somebody else. */
function Verify({ view, milestone, isCompared }: VerifyProps) {
  const { handle, standing } = view;
  const { milestone: number, evidence = "" } = milestone;
  const own = useStatements(view, milestone).filter(
    ({ monitor }) => monitor.toLowerCase() === standing.address.toLowerCase(),
  );
  if (own.length > 0) return <p className={classes.choice}>{words.statements.youSigned}</p>;
  const place = { agreement: handle.address, milestone: number, evidence };
  return (
    <>
      <div className={classes.choice}>
        {isCompared ? null : <p className={classes.soft}>{text.compareFirst}</p>}
        <Doing
          name={`verify-${number}`}
          label={text.verify}
          done={text.verified}
          disabled={!isCompared}
          build={({ officer }) => verifyCall(place, officer.address)}
        />
      </div>
      <SignVerification view={view} milestone={milestone} isCompared={isCompared} />
    </>
  );
}
