// SPDX-License-Identifier: Apache-2.0

import { useId } from "react";
import type { Milestone, Step } from "#sdk/agreements/index.ts";
import { actorsText, agreementWords, MILESTONE_TONES } from "../../../shared/agreements/index.ts";
import { showCount, showDay, showMoment } from "../../../shared/format/index.ts";
import { Amount, StateBadge } from "../../../shared/ui/index.ts";
import { MilestoneActs } from "../acts/MilestoneActs.tsx";
import classes from "../agreementDesk.module.css";
import { PaperText } from "../files/PaperText.tsx";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import { descriptionOf } from "./descriptionOf.ts";
import { MilestoneStory } from "./MilestoneStory.tsx";

const text = words.milestones;

interface MilestoneItemProps {
  readonly view: AgreementView;
  readonly milestone: Milestone;
}

/** One milestone on the timeline. */
export function MilestoneItem({ view, milestone }: MilestoneItemProps) {
  const headingId = useId();
  const { handle, next } = view;
  const { milestone: number, kind, state, dueDay } = milestone;
  const description = descriptionOf(view.terms, milestone);
  return (
    <li className={classes.milestone} id={`milestone-${number}`} data-state={state}>
      <article aria-labelledby={headingId}>
        <header className={classes.milestoneHead}>
          <h3 id={headingId} className={classes.milestoneTitle}>
            {agreementWords.milestone(number)}
          </h3>
          <StateBadge tone={MILESTONE_TONES[state]} label={agreementWords.milestoneStates[state]} />
          <span className={classes.milestoneAmount}>
            <Amount value={milestone.amount} currency={handle.currency} withCode />
          </span>
        </header>
        <p className={classes.soft}>{text.kindAndDue(agreementWords.kinds[kind], showDay(dueDay))}</p>
        {description === undefined ? null : <PaperText agreement={handle.address} hash={description} />}
        <Figures view={view} milestone={milestone} />
        {next
          .filter((step) => step.milestone === number && step.isWaitedFor)
          .map((step) => (
            <p key={step.step} className={classes.next}>
              <strong>{text.next}</strong> {nextText(step, milestone)}
            </p>
          ))}
        <MilestoneActs view={view} milestone={milestone} />
        <MilestoneStory view={view} milestone={number} />
      </article>
    </li>
  );
}

function nextText(step: Step, { verifications, quorum, state, kind }: Milestone): string {
  const what = text.nextLine(agreementWords.steps[step.step], actorsText(step.by));
  const count =
    step.step === "verify" ? ` ${text.verified(showCount(verifications), showCount(quorum))}` : "";
  const until = step.until === undefined ? "" : ` ${text.until(showMoment(step.until))}`;
  const isOfAgency = step.step === "proposeAuthorisation" || step.step === "authorise";
  const isEarly = isOfAgency && state === "Submitted" && kind !== "Advance";
  return `${what}${count}${until}${isEarly ? ` ${text.beforehand}` : ""}`;
}

/** What was asked for, is to be paid and was paid, where that says more than the milestone's amount. */
function Figures({ view: { handle }, milestone }: MilestoneItemProps) {
  const { amount, claimed, proposed, authorised, paid, finding, state } = milestone;
  const lines = [
    ...(claimed > 0n && claimed !== amount ? [["claimed", claimed] as const] : []),
    ...(proposed === undefined ? [] : [["proposed", proposed.amount] as const]),
    ...(authorised > 0n && authorised !== claimed ? [["authorised", authorised] as const] : []),
    ...(paid > 0n && paid !== amount ? [["paid", paid] as const] : []),
  ];
  const hasFinding = finding !== "None" && state !== "Planned";
  if (lines.length === 0 && !hasFinding) return null;
  return (
    <dl className={classes.inline}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{text.figures[name]}</dt>
          <dd>
            <Amount value={value} currency={handle.currency} withCode />
          </dd>
        </div>
      ))}
      {hasFinding ? (
        <div>
          <dt>{text.finding}</dt>
          <dd>{agreementWords.findings[finding]}</dd>
        </div>
      ) : null}
    </dl>
  );
}
