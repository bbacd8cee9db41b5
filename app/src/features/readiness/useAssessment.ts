// SPDX-License-Identifier: Apache-2.0

import { useEffect, useMemo, useState } from "react";
import {
  type Assessment,
  type Choice,
  judge,
  type QuestionName,
  type StageName,
} from "#sdk/readiness/index.ts";
import { keepAssessment, keptAssessment } from "./kept.ts";

/** The team's answers, kept in this browser, and what they come to. */
export function useAssessment() {
  const [assessment, setAssessment] = useState(keptAssessment);
  useEffect(() => keepAssessment(assessment), [assessment]);
  const result = useMemo(() => judge(assessment.answers), [assessment.answers]);
  const change = (changes: Partial<Assessment>) => setAssessment((before) => ({ ...before, ...changes }));
  return {
    assessment,
    result,
    replace: setAssessment,
    name: (changes: Pick<Partial<Assessment>, "programme" | "organisation">) => change(changes),
    note: (stage: StageName, text: string) => change({ notes: { ...assessment.notes, [stage]: text } }),
    answer: (stage: StageName, question: QuestionName, choice: Choice) =>
      change({
        answers: { ...assessment.answers, [stage]: { ...assessment.answers[stage], [question]: choice } },
      }),
  };
}

export type AssessmentState = ReturnType<typeof useAssessment>;
