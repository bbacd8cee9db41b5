// SPDX-License-Identifier: Apache-2.0

import type { Milestone, StepName } from "#sdk/agreements/index.ts";
import classes from "../agreementDesk.module.css";
import type { AgreementView } from "../useAgreement.ts";
import { AdvanceActs } from "./AdvanceActs.tsx";
import { DecideForm } from "./DecideForm.tsx";
import { DisputeForm } from "./DisputeForm.tsx";
import { HandInStatements } from "./HandInStatements.tsx";
import { JudgeForm } from "./JudgeForm.tsx";
import type { MilestoneActsProps } from "./milestoneActsProps.ts";
import { PayButton } from "./PayButton.tsx";
import { SubmitForm } from "./SubmitForm.tsx";

/** What the reader may do with a milestone now; nothing for whoever may only read. */
export function MilestoneActs({ view, milestone }: MilestoneActsProps) {
  const may = new Set<StepName>(
    view.may.filter((step) => step.milestone === milestone.milestone).map(({ step }) => step),
  );
  const props = { view, milestone };
  const isJudge = mayReturn(view, milestone) || may.has("verify");
  const acts = [
    ...(may.has("submit") ? [<SubmitForm key="submit" {...props} />] : []),
    ...(isJudge ? [<JudgeForm key="judge" {...props} may={may} />] : []),
    ...(milestone.state === "Submitted" ? [<HandInStatements key="statements" {...props} />] : []),
    ...(may.has("payAgain") || may.has("closeReduction")
      ? [<PayButton key="pay" {...props} closes={!may.has("payAgain")} />]
      : []),
    ...(may.has("decide") || may.has("applyDefault")
      ? [<DecideForm key="decide" {...props} isDefault={!may.has("decide")} />]
      : []),
    ...(may.has("accountForAdvance") || may.has("acceptSpending")
      ? [<AdvanceActs key="advance" {...props} may={may} />]
      : []),
    ...(may.has("dispute") ? [<DisputeForm key="dispute" {...props} />] : []),
  ];
  return acts.length === 0 ? null : <div className={classes.acts}>{acts}</div>;
}

/** A monitor while it is submitted, or one officer of the agency until it is authorised. */
function mayReturn(
  { standing }: AgreementView,
  { state, kind, authorised, termsVersion }: Milestone,
): boolean {
  if (authorised > 0n || (state !== "Submitted" && state !== "Verified")) return false;
  const isAsked = state === "Submitted" && kind !== "Advance";
  const isMonitor = isAsked && standing.monitorIn.has(termsVersion);
  return isMonitor || standing.agency.has("Finance") || standing.agency.has("Approver");
}
