// SPDX-License-Identifier: Apache-2.0

import { useId } from "react";
import {
  answerTo,
  isAsked,
  LONGEST_NOTE,
  type Outcome,
  questionsOf,
  type StageName,
} from "#sdk/readiness/index.ts";
import { Section, StateBadge, type Tone } from "../../shared/ui/index.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import classes from "./readiness.module.css";
import type { AssessmentState } from "./useAssessment.ts";
import { words } from "./words/index.ts";

const TONES: Readonly<Record<Outcome, Tone>> = {
  yes: "good",
  conditional: "waiting",
  no: "bad",
  open: "quiet",
};

interface StageSectionProps {
  readonly stage: StageName;
  readonly state: AssessmentState;
}

/** The questions of one stage, and how it stands. */
export function StageSection({ stage, state: { assessment, result, answer, note } }: StageSectionProps) {
  const noteId = useId();
  const { title, hint } = words.stages[stage];
  const { outcome } = result.stages[stage];
  if (!isAsked(stage, result)) {
    return <Section title={title}>{() => <p className={classes.text}>{words.notAsked}</p>}</Section>;
  }
  return (
    <Section
      title={title}
      hint={hint}
      aside={<StateBadge tone={TONES[outcome]} label={words.outcomes[outcome]} />}
    >
      {() => (
        <div className={classes.stage}>
          {questionsOf(stage).map((question) => (
            <ChoiceField
              key={question}
              stage={stage}
              question={question}
              value={answerTo(assessment.answers, stage, question)}
              onChoose={(choice) => answer(stage, question, choice)}
            />
          ))}
          <div className={classes.note} data-empty={assessment.notes[stage] === "" || undefined}>
            <label htmlFor={noteId}>{words.note}</label>
            <textarea
              id={noteId}
              rows={2}
              maxLength={LONGEST_NOTE}
              value={assessment.notes[stage]}
              onChange={({ currentTarget }) => note(stage, currentTarget.value)}
            />
          </div>
        </div>
      )}
    </Section>
  );
}
