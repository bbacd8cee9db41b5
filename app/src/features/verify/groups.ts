// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import { type Answers, agrees, type ComparedAnswer, type Figure } from "./figures.ts";

/** A line of the result: a figure by itself, or many that agree. */
export type ResultLine =
  | { readonly kind: "figure"; readonly path: string; readonly figure: Figure }
  | { readonly kind: "many"; readonly path: string; readonly figures: number; readonly wrong: number };

/** The lines of one programme, or of what is of no programme. */
export interface ResultGroup {
  /** Empty for what is of no programme. */
  readonly name: string;
  /** Undefined for what is of no single programme. */
  readonly currency: Currency | undefined;
  readonly lines: readonly ResultLine[];
}

export interface Tally {
  readonly figures: number;
  readonly wrong: number;
}

const PROGRAMME = /^\/api\/programmes\/0x[0-9a-fA-F]{40}/;
/** Figures that have a line of their own on the page even when they agree: what a reader came to check. */
const HEADLINES = new Set(
  "free reserved owed instructed settled fees funded returned households cyclesOpen contributed allocated held paid".split(
    " ",
  ),
);
const HEADLINE_ANSWER = /^\/api\/(?:programmes\/0x[0-9a-fA-F]{40}|funds|agreements|overview)$/;

export function tally(answers: readonly ComparedAnswer[]): Tally {
  const figures = answers.flatMap((answer) => answer.figures);
  return { figures: figures.length, wrong: figures.filter((figure) => !agrees(figure)).length };
}

/** Sort what was compared for the reader: by programme, headlines singly, the rest as sums with every difference named. */
export function groupResult(answers: readonly ComparedAnswer[], site: Answers): ResultGroup[] {
  const groups = new Map<string, ComparedAnswer[]>();
  for (const answer of answers) {
    const key = PROGRAMME.exec(answer.path)?.[0] ?? "";
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  return [...groups]
    .toSorted(([a], [b]) => Number(a === "") - Number(b === ""))
    .map(([key, mine]) => ({ ...nameOf(site.get(key)), lines: mine.flatMap(linesOf) }));
}

function linesOf({ path, figures }: ComparedAnswer): ResultLine[] {
  const isShown = (figure: Figure) => HEADLINE_ANSWER.test(path) && HEADLINES.has(figure.place.at(-1) ?? "");
  const single = figures.filter((figure) => isShown(figure) || !agrees(figure));
  const together = figures.filter((figure) => !isShown(figure));
  const lines: ResultLine[] = single.map((figure) => ({ kind: "figure", path, figure }));
  if (together.length === 0) return lines;
  const wrong = together.filter((figure) => !agrees(figure)).length;
  return [...lines, { kind: "many", path, figures: together.length, wrong }];
}

function nameOf(answer: unknown): Omit<ResultGroup, "lines"> {
  const { name, currency } = (answer ?? {}) as { readonly name?: string; readonly currency?: Currency };
  return { name: name ?? "", currency };
}
