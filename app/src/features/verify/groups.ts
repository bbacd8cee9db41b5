// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import { type Answers, agrees, type ComparedAnswer, type Figure } from "./figures.ts";

/** A line of the result: a figure by itself, or many together. */
export type ResultLine =
  | { readonly kind: "figure"; readonly path: string; readonly figure: Figure }
  | { readonly kind: "many"; readonly path: string; readonly figures: number; readonly wrong: number };

/** The lines of one currency, programme, fund or agreement, of the council, or of what is of none. */
export interface ResultGroup {
  readonly key: string;
  /** What kind of group it is; the page has words for it. */
  readonly kind: "currency" | "one" | "council" | "rest";
  /** Of a programme, fund or agreement. */
  readonly name: string;
  readonly currency: Currency | undefined;
  readonly lines: readonly ResultLine[];
}

export interface Tally {
  readonly figures: number;
  readonly wrong: number;
}

const OVERVIEW = "/api/overview";
const COUNCIL = "/api/council";
/** The council's own answer carries its latest proposals; all of them are a list by themselves. */
const LATEST = "latest";
const OF_ONE = /^\/api\/(?:programmes|funds|agreements)\/0x[0-9a-fA-F]{40}/;
/** Figures of one programme, fund or agreement that have a line of their own even when they agree: what a reader came to check. */
const HEADLINES: ReadonlySet<string> = new Set([
  ...["free", "reserved", "owed", "instructed", "settled", "fees", "funded", "returned"],
  ...["contributed", "allocated", "held", "committed", "escrowed", "paid", "outstanding"],
  ...["households", "cyclesOpen"],
]);

export function tally(answers: readonly ComparedAnswer[]): Tally {
  const figures = answers.flatMap((answer) => answer.figures);
  return { figures: figures.length, wrong: figures.filter((figure) => !agrees(figure)).length };
}

/** Sort what was compared for the reader: headlines singly, the rest as sums with every difference named. */
export function groupResult(answers: readonly ComparedAnswer[], site: Answers): ResultGroup[] {
  const assets = assetsOf(site.get(OVERVIEW));
  const groups = new Map<string, { kind: ResultGroup["kind"]; answers: ComparedAnswer[] }>();
  for (const { key, kind, answer } of answers.flatMap((answer) => placesOf(answer, assets))) {
    const group = groups.get(key) ?? { kind, answers: [] };
    group.answers.push(answer);
    groups.set(key, group);
  }
  return [...groups].map(([key, { kind, answers: mine }]) => ({
    key,
    kind,
    ...(kind === "currency" ? { name: "", currency: assets.get(key) } : nameOf(site.get(key))),
    lines: mine.flatMap(linesOf),
  }));
}

interface Placed {
  readonly key: string;
  readonly kind: ResultGroup["kind"];
  readonly answer: ComparedAnswer;
}

/** The groups that an answer belongs to, each with its part of it. */
function placesOf(answer: ComparedAnswer, assets: ReadonlyMap<string, Currency>): Placed[] {
  const { path, figures } = answer;
  if (path === OVERVIEW)
    return [...byAsset(figures)].map(([key, mine]) => ({
      key,
      kind: assets.has(key) ? "currency" : "rest",
      answer: { path, figures: mine },
    }));
  if (path.startsWith(COUNCIL))
    return partsOfCouncil(answer).map((part) => ({ key: COUNCIL, kind: "council", answer: part }));
  const one = OF_ONE.exec(path)?.[0];
  return [{ key: one ?? "", kind: one === undefined ? "rest" : "one", answer }];
}

/** The overview's figures by token; what is of no token stands under "". */
function byAsset(figures: readonly Figure[]): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    const [list, asset = ""] = figure.place;
    const key = list === "assets" ? asset : "";
    found.set(key, [...(found.get(key) ?? []), figure]);
  }
  return found;
}

/** The settings, and each list within the answer as an answer of its own. */
function partsOfCouncil({ path, figures }: ComparedAnswer): ComparedAnswer[] {
  if (path !== COUNCIL) return [{ path, figures }];
  const byList = Map.groupBy(figures, ({ place: [list, ...inner] }) => (inner.length === 0 ? "" : list));
  return [...byList].map(([list, mine]) =>
    list === "" || list === undefined
      ? { path, figures: mine }
      : {
          path: `${COUNCIL}/${list === "proposals" ? LATEST : list}`,
          figures: mine.map((figure) => ({ ...figure, place: figure.place.slice(1) })),
        },
  );
}

function assetsOf(overview: unknown): ReadonlyMap<string, Currency> {
  const { assets = [] } = (overview ?? {}) as {
    readonly assets?: readonly { readonly asset: string; readonly currency: Currency }[];
  };
  return new Map(assets.map(({ asset, currency }) => [asset, currency]));
}

function linesOf({ path, figures }: ComparedAnswer): ResultLine[] {
  const isSingle = (figure: Figure) => isHeadline(path, figure) || !agrees(figure);
  const lines: ResultLine[] = figures.filter(isSingle).map((figure) => ({ kind: "figure", path, figure }));
  const together = figures.filter((figure) => !isHeadline(path, figure));
  if (together.length === 0) return lines;
  const wrong = together.filter((figure) => !agrees(figure)).length;
  return [...lines, { kind: "many", path, figures: together.length, wrong }];
}

function isHeadline(path: string, { place }: Figure): boolean {
  const last = place.at(-1) ?? "";
  if (path === OVERVIEW) {
    return (place[2] === "states" && last === "amount") || last === "unexplained" || place[0] === "reached";
  }
  if (path === COUNCIL) return true;
  // The thing itself, not its lists.
  return OF_ONE.exec(path)?.[0] === path && place.length <= 2 && HEADLINES.has(last);
}

function nameOf(answer: unknown): Pick<ResultGroup, "name" | "currency"> {
  const { name, title, currency } = (answer ?? {}) as {
    readonly name?: string;
    readonly title?: string;
    readonly currency?: Currency;
  };
  return { name: name ?? title ?? "", currency };
}
