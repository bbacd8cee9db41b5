// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import { type Canonical, canonicalJson } from "./canonicalJson.ts";
import { ReadinessError } from "./errors.ts";
import { judge, type Result } from "./judge.ts";
import { type Answers, type Choice, choicesOf, questionsOf, STAGES, type StageName } from "./matrix.ts";

/** What a team wrote. */
export interface Assessment {
  readonly programme: string;
  readonly organisation: string;
  readonly answers: Answers;
  /** What the answers of each stage rest on, in the team's words; may be empty. */
  readonly notes: Readonly<Record<StageName, string>>;
}

/** An assessment as it is filed: with the day and with the result, so that it can be read without this program. */
export interface AssessmentFile extends Assessment {
  /** ISO 8601: "2026-11-21". */
  readonly day: string;
  readonly result: Result;
}

export const LONGEST_NAME = 120;
export const LONGEST_NOTE = 2_000;
const FORMAT = "annona-readiness-1";

const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
const note = v.pipe(v.string(), v.maxLength(LONGEST_NOTE));
const schema = v.object({
  format: v.literal(FORMAT),
  programme: name,
  organisation: name,
  day: v.pipe(v.string(), v.isoDate()),
  answers: v.object({
    need: answersTo("need"),
    value: answersTo("value"),
    kind: answersTo("kind"),
    adapt: answersTo("adapt"),
  }),
  notes: v.object({ need: note, value: note, kind: note, adapt: note }),
});

function answersTo(stage: StageName) {
  const questions = questionsOf(stage);
  return v.object(
    Object.fromEntries(
      questions.map((question) => [question, v.optional(v.picklist(choicesOf(stage, question)))]),
    ),
  );
}

/** The file's text: the same assessment of the same day has the same bytes everywhere. Its result is worked out here. */
export function assessmentText({ programme, organisation, answers, notes }: Assessment, day: string): string {
  const result = judge(answers);
  return canonicalJson({
    format: FORMAT,
    basis: "JIU/REP/2020/7, chapter V",
    programme,
    organisation,
    day,
    answers: withoutGaps(answers),
    notes,
    result: result as unknown as Canonical,
  });
}

/**
 * Read a file back.
 * @throws ReadinessError READY-101 no JSON, READY-102 another kind of file, READY-103 a result that its answers do not give.
 */
export function readAssessment(text: string): AssessmentFile {
  const content = parseJson(text);
  const read = v.safeParse(schema, content);
  if (!read.success) {
    const [issue] = read.issues;
    throw new ReadinessError("notAssessment", {
      field: `${v.getDotPath(issue) ?? "the file"}: ${issue.message}`,
    });
  }
  const { programme, organisation, day, notes } = read.output;
  const answers = read.output.answers as Answers;
  const result = judge(answers);
  const written = (content as { readonly result?: Canonical }).result ?? null;
  if (safeCanonical(written) !== canonicalJson(result as unknown as Canonical))
    throw new ReadinessError("otherResult");
  return { programme, organisation, day, answers, notes, result };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ReadinessError("notJson", {}, cause);
  }
}

/** A number that this project never writes makes the result another one, not a fault of the page. */
function safeCanonical(value: Canonical): string | undefined {
  try {
    return canonicalJson(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function withoutGaps(answers: Answers): Canonical {
  return Object.fromEntries(
    STAGES.map((stage) => [
      stage,
      Object.fromEntries(
        Object.entries(answers[stage]).filter((entry): entry is [string, Choice] => entry[1] !== undefined),
      ),
    ]),
  );
}
