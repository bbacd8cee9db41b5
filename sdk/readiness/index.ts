// SPDX-License-Identifier: Apache-2.0

export {
  type Assessment,
  type AssessmentFile,
  assessmentText,
  LONGEST_NAME,
  LONGEST_NOTE,
  readAssessment,
} from "./assessment.ts";
export { canonicalJson } from "./canonicalJson.ts";
export { ReadinessError } from "./errors.ts";
export {
  answerTo,
  type Conflict,
  isAsked,
  judge,
  type Network,
  type Outcome,
  type Reason,
  type Result,
  type StageResult,
  type Verdict,
} from "./judge.ts";
export {
  type Answers,
  type Choice,
  choicesOf,
  MATRIX,
  NO_ANSWERS,
  type QuestionName,
  questionsOf,
  STAGES,
  type StageName,
} from "./matrix.ts";
