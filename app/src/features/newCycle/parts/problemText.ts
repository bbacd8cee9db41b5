// SPDX-License-Identifier: Apache-2.0

import { fillFacts, type Problem, type ProblemCode } from "#sdk/list/problems.ts";
import { words } from "../words/index.ts";

interface ProblemText {
  readonly what: string;
  readonly next: string;
}

/** What is wrong and what to do, in the reader's language. A code that has no words here is told as the import told it. */
export function problemText({ code, facts, message }: Problem): ProblemText {
  const [what, next] = words.sentences[code] ?? [message, ""];
  return { what: fillFacts(what, facts), next: fillFacts(next, facts) };
}

/** What is wrong with all rows of one kind; what differs from row to row is left open. */
export function kindText(code: ProblemCode): string {
  const sentence = words.sentences[code]?.[0] ?? code;
  const blanks = [...sentence.matchAll(/\{([a-z]+)\}/g)];
  return fillFacts(sentence, Object.fromEntries(blanks.map(([, fact = ""]) => [fact, "…"])));
}
