// SPDX-License-Identifier: Apache-2.0

/**
 * What a programme team is asked, in four stages. They follow the decision matrix of the United Nations Joint Inspection Unit
 * (JIU/REP/2020/7, chapter V): whether a blockchain is the right tool, whether it adds value, which kind, and what has to be adapted. The
 * questions are in words of our own, for cash and voucher assistance.
 */

const YES_NO = ["yes", "no", "unsure"] as const;
const DONE = ["done", "notYet"] as const;
const DONE_OR_NOT_NEEDED = ["done", "notYet", "notNeeded"] as const;

export const MATRIX = {
  /** Is a blockchain the right tool? */
  need: {
    shared: YES_NO,
    writers: YES_NO,
    distrust: YES_NO,
    keeper: YES_NO,
    rules: YES_NO,
    history: YES_NO,
    personal: YES_NO,
  },
  /** Does it add value? */
  value: {
    problem: YES_NO,
    simpler: YES_NO,
    worth: YES_NO,
    people: YES_NO,
    partners: YES_NO,
    funded: YES_NO,
    leaving: YES_NO,
  },
  /** Which kind? */
  kind: {
    readers: ["everybody", "parties"],
    nodes: ["public", "parties", "one"],
    known: YES_NO,
    control: YES_NO,
  },
  /** What has to be adapted? */
  adapt: {
    legal: DONE,
    protection: DONE,
    governance: DONE,
    keys: DONE,
    security: DONE,
    audit: DONE,
    skills: DONE_OR_NOT_NEEDED,
    systems: DONE_OR_NOT_NEEDED,
    offline: DONE_OR_NOT_NEEDED,
    inclusion: DONE_OR_NOT_NEEDED,
    energy: DONE_OR_NOT_NEEDED,
  },
} as const;

type Matrix = typeof MATRIX;
export type StageName = keyof Matrix;
export type QuestionName<Stage extends StageName = StageName> = Stage extends StageName
  ? keyof Matrix[Stage] & string
  : never;
export type Choice = "yes" | "no" | "unsure" | "done" | "notYet" | "notNeeded" | Place;
type Place = "everybody" | "parties" | "public" | "one";

/** The answers given so far. */
export type Answers = {
  readonly [Stage in StageName]: Readonly<Partial<Record<QuestionName<Stage>, Choice>>>;
};

export const STAGES = Object.keys(MATRIX) as readonly StageName[];

/** The questions of a stage, in the order in which they are asked. */
export function questionsOf(stage: StageName): readonly QuestionName[] {
  return Object.keys(MATRIX[stage]) as readonly QuestionName[];
}

export function choicesOf(stage: StageName, question: QuestionName): readonly Choice[] {
  return (MATRIX[stage] as Readonly<Record<string, readonly Choice[]>>)[question] ?? [];
}

export const NO_ANSWERS: Answers = { need: {}, value: {}, kind: {}, adapt: {} };
