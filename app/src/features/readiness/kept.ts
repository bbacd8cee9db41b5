// SPDX-License-Identifier: Apache-2.0

import { type Assessment, assessmentText, NO_ANSWERS, readAssessment } from "#sdk/readiness/index.ts";

const STORED_AS = "annona.readiness";
/** The day of a draft means nothing; the file gets the day on which it is saved. */
const NO_DAY = "2000-01-01";

export const EMPTY: Assessment = {
  programme: "",
  organisation: "",
  answers: NO_ANSWERS,
  notes: { need: "", value: "", kind: "", adapt: "" },
};

/** What was answered on an earlier visit; nothing when there is none, or another version of the page kept it. */
export function keptAssessment(): Assessment {
  try {
    const { programme, organisation, answers, notes } = readAssessment(
      window.localStorage.getItem(STORED_AS) ?? "",
    );
    return { programme, organisation, answers, notes };
  } catch {
    // Storage is empty or forbidden, or holds something older: the team starts afresh.
    return EMPTY;
  }
}

export function keepAssessment(assessment: Assessment): void {
  try {
    window.localStorage.setItem(STORED_AS, assessmentText(assessment, NO_DAY));
  } catch {
    // Storage is forbidden in some private windows: the answers last as long as the page, and the file keeps them.
  }
}
