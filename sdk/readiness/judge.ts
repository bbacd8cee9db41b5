// SPDX-License-Identifier: Apache-2.0

import {
  type Answers,
  type Choice,
  choicesOf,
  type QuestionName,
  questionsOf,
  type StageName,
} from "./matrix.ts";

/** How a stage ended. "conditional": yes, once what stands under `against` is put right; "open": not enough is known yet. */
export type Outcome = "yes" | "conditional" | "no" | "open";

export interface StageResult {
  readonly outcome: Outcome;
  /** What speaks against it: questions, and of the third stage also conflicts between answers. */
  readonly against: readonly Reason[];
  /** Questions without an answer, or where nobody is sure. */
  readonly open: readonly QuestionName[];
}

/** Answers to the third stage that do not go together. */
export type Conflict = "onePartyOnly" | "publicForFew" | "publicUnknown" | "publicControl";
export type Reason = QuestionName | Conflict;

/** Kinds of network that the answers lead to. */
export type Network = "publicOpen" | "publicKnown" | "consortium";

/**
 * `database`: no blockchain, an ordinary database does better. `notWorth`: it would fit, but does not pay. `rethink`: the kind that is
 * wanted cannot exist. `adaptFirst`: not before certain things are in place. `conditions`: yes, with things to put right. `ready`: yes.
 */
export type Verdict = "database" | "notWorth" | "rethink" | "adaptFirst" | "conditions" | "ready" | "open";

export interface Result {
  readonly verdict: Verdict;
  readonly stages: Readonly<Record<StageName, StageResult>>;
  /** Null while the third stage is open or its answers do not go together. */
  readonly network: Network | null;
}

/** The answer that speaks for a blockchain; every other sure answer speaks against it. */
const SPEAKS_FOR: Readonly<Partial<Record<QuestionName, Choice>>> = { keeper: "no", simpler: "no" };
/** Of the second stage: without these the effort is not justified. The others can be put right. */
const ESSENTIAL: ReadonlySet<Reason> = new Set<QuestionName>(["problem", "simpler", "worth", "people"]);
/** Of the fourth stage: nothing starts before these are done. */
const BEFORE_ALL: ReadonlySet<Reason> = new Set<QuestionName>([
  "legal",
  "protection",
  "governance",
  "keys",
  "security",
]);

/** What the answers come to. A plain rule: the same answers always give the same result. */
export function judge(answers: Answers): Result {
  const stages = {
    need: judgeStage(answers, "need", () => "no"),
    value: judgeStage(answers, "value", (reason) => (ESSENTIAL.has(reason) ? "no" : "conditional")),
    kind: judgeKind(answers),
    adapt: judgeStage(answers, "adapt", (reason) => (BEFORE_ALL.has(reason) ? "no" : "conditional")),
  };
  return { verdict: verdictOf(stages), stages, network: networkOf(answers, stages.kind) };
}

/** The stages that decide: those after a "no" are not asked any more. */
export function isAsked(stage: StageName, { stages }: Pick<Result, "stages">): boolean {
  if (stage === "need") return true;
  const isNeeded = stages.need.outcome !== "no";
  return stage === "value" ? isNeeded : isNeeded && stages.value.outcome !== "no";
}

function judgeStage(
  answers: Answers,
  stage: "need" | "value" | "adapt",
  weight: (reason: Reason) => "no" | "conditional",
): StageResult {
  const open = openIn(answers, stage);
  const against = questionsOf(stage).filter(
    (question) => !open.includes(question) && !speaksFor(question, answerTo(answers, stage, question)),
  );
  return { outcome: outcomeOf(against.map(weight), open), against, open };
}

function speaksFor(question: QuestionName, choice: Choice | undefined): boolean {
  const wanted = SPEAKS_FOR[question];
  return wanted === undefined
    ? choice === "yes" || choice === "done" || choice === "notNeeded"
    : choice === wanted;
}

function judgeKind(answers: Answers): StageResult {
  const open = openIn(answers, "kind");
  const against = conflictsIn(answers);
  return {
    outcome: outcomeOf(
      against.map(() => "no"),
      open,
    ),
    against,
    open,
  };
}

function conflictsIn({ kind: { readers, nodes, known, control } }: Answers): Conflict[] {
  const conflicts: Conflict[] = [];
  // A chain that one party runs alone is a database with more work.
  if (nodes === "one") conflicts.push("onePartyOnly");
  if (nodes !== "public") return conflicts;
  if (readers === "parties") conflicts.push("publicForFew");
  if (known === "yes") conflicts.push("publicUnknown");
  if (control === "yes") conflicts.push("publicControl");
  return conflicts;
}

function networkOf({ kind: { readers, nodes } }: Answers, { outcome }: StageResult): Network | null {
  if (outcome !== "yes") return null;
  if (nodes === "public") return "publicOpen";
  return readers === "everybody" ? "publicKnown" : "consortium";
}

/** What is certain decides first: one thing against it is enough, whatever else is still unknown. */
function outcomeOf(against: readonly ("no" | "conditional")[], open: readonly QuestionName[]): Outcome {
  if (against.includes("no")) return "no";
  if (open.length > 0) return "open";
  return against.length > 0 ? "conditional" : "yes";
}

function openIn(answers: Answers, stage: StageName): QuestionName[] {
  return questionsOf(stage).filter((question) => {
    const answer = answerTo(answers, stage, question);
    return answer === undefined || answer === "unsure" || !choicesOf(stage, question).includes(answer);
  });
}

export function answerTo(answers: Answers, stage: StageName, question: QuestionName): Choice | undefined {
  return (answers[stage] as Readonly<Partial<Record<QuestionName, Choice>>>)[question];
}

function verdictOf(stages: Result["stages"]): Verdict {
  const refusals = { need: "database", value: "notWorth", kind: "rethink", adapt: "adaptFirst" } as const;
  for (const stage of ["need", "value", "kind", "adapt"] as const) {
    if (stages[stage].outcome === "no") return refusals[stage];
    if (stages[stage].outcome === "open") return "open";
  }
  const isConditional = Object.values(stages).some(({ outcome }) => outcome === "conditional");
  return isConditional ? "conditions" : "ready";
}
