// SPDX-License-Identifier: Apache-2.0

import { CYCLE_KINDS, type CycleKind } from "#sdk/history/names.ts";
import { type DayText, dayNumber, dayText, firstSecond, lastSecond, monthOf, periodAfter } from "./days.ts";

/** What the preparer decides besides the list, as the form has it. */
export interface PlanChoice {
  readonly kind: CycleKind;
  /** Number of the cycle that this one belongs to; 0 for a regular one. */
  readonly parent: number;
  readonly periodFirst: DayText;
  readonly periodLast: DayText;
  /** First and last day of sales, and the last day on which late receipts count. */
  readonly opens: DayText;
  readonly expires: DayText;
  readonly grace: DayText;
}

/** A cycle of the programme, as far as a plan looks at it. Times in Unix seconds, days since 1970-01-01. */
export interface KnownCycle {
  readonly id: number;
  readonly kind: string;
  readonly state: string;
  readonly periodFirstDay: number;
  readonly periodLastDay: number;
  readonly expiresAt: number;
}

/** The plan as the contract takes it. */
export interface PlanTerms {
  readonly opensAt: number;
  readonly expiresAt: number;
  readonly graceEndsAt: number;
  readonly periodFirstDay: number;
  readonly periodLastDay: number;
  readonly kind: number;
  readonly parent: number;
}

const GRACE_DAYS = 14;
/** A period that is nearly over leaves households too little time. */
const SHORTEST_DAYS = 7;
const USUAL_DAYS = 30;
const LONGEST_CYCLE_DAYS = 5 * 365;
const LONGEST_GRACE_DAYS = 365;
/** Cycles that never paid anything are no example for the next. */
const NEVER_PAID: ReadonlySet<string> = new Set(["Returned", "Cancelled"]);

/** Cycles that another one can belong to, the newest first. */
export function possibleParents(cycles: readonly KnownCycle[]): KnownCycle[] {
  return cycles.filter(({ state }) => !NEVER_PAID.has(state)).sort((a, b) => b.id - a.id);
}

/** A plan to start from: the period after that of the last cycle, or for a cycle that belongs to another one that one's period. */
export function defaultPlan(kind: CycleKind, cycles: readonly KnownCycle[], today: number): PlanChoice {
  const parents = possibleParents(cycles);
  if (kind !== "Regular") return belongingTo(parents[0], kind, today);
  const last = parents.find((cycle) => cycle.kind === "Regular");
  return planOf("Regular", 0, last ? following(last, today) : startingPeriod(today), today);
}

/** The same plan as belonging to a cycle. */
export function belongingTo(parent: KnownCycle | undefined, kind: CycleKind, today: number): PlanChoice {
  if (parent === undefined) return planOf(kind, 0, startingPeriod(today), today);
  return planOf(kind, parent.id, { first: parent.periodFirstDay, last: parent.periodLastDay }, today);
}

function startingPeriod(today: number) {
  const month = monthOf(today);
  return month.last - today >= SHORTEST_DAYS * 2 ? month : monthOf(today, 1);
}

function following({ periodFirstDay, periodLastDay }: KnownCycle, today: number) {
  let period = periodAfter({ first: periodFirstDay, last: periodLastDay });
  while (period.last < today) period = periodAfter(period);
  return period;
}

function planOf(
  kind: CycleKind,
  parent: number,
  period: { readonly first: number; readonly last: number },
  today: number,
): PlanChoice {
  const opens = Math.max(period.first, today);
  const expires = period.last - opens >= SHORTEST_DAYS ? period.last : opens + USUAL_DAYS - 1;
  return {
    kind,
    parent,
    periodFirst: dayText(period.first),
    periodLast: dayText(period.last),
    opens: dayText(opens),
    expires: dayText(expires),
    grace: dayText(expires + GRACE_DAYS),
  };
}

export type PlanField = keyof PlanChoice;
export type PlanFault =
  | "notADay"
  | "beforeFirst"
  | "beforeOpening"
  | "inThePast"
  | "tooLong"
  | "beforeExpiry"
  | "graceTooLong"
  | "noParent";

/** What is wrong with a plan, by field; empty when it can be signed. The contract has the same rules. */
export function planFaults(plan: PlanChoice, today: number): Partial<Record<PlanField, PlanFault>> {
  const faults: Partial<Record<PlanField, PlanFault>> = {};
  const day = (field: "periodFirst" | "periodLast" | "opens" | "expires" | "grace"): number => {
    const number = dayNumber(plan[field]);
    if (number === undefined) faults[field] = "notADay";
    return number ?? Number.NaN;
  };
  const [first, last] = [day("periodFirst"), day("periodLast")];
  const [opens, expires, grace] = [day("opens"), day("expires"), day("grace")];
  if (last < first) faults.periodLast = "beforeFirst";
  if (expires < opens) faults.expires = "beforeOpening";
  else if (expires < today) faults.expires = "inThePast";
  else if (expires - opens > LONGEST_CYCLE_DAYS) faults.expires = "tooLong";
  if (grace < expires) faults.grace = "beforeExpiry";
  else if (grace - expires > LONGEST_GRACE_DAYS) faults.grace = "graceTooLong";
  if (plan.kind !== "Regular" && plan.parent === 0) faults.parent = "noParent";
  return faults;
}

/** The plan in the contract's numbers; undefined while something in it is no day. */
export function planTerms(plan: PlanChoice): PlanTerms | undefined {
  const days = [plan.opens, plan.expires, plan.grace, plan.periodFirst, plan.periodLast].map(dayNumber);
  const [opens, expires, grace, first, last] = days;
  if (opens === undefined || expires === undefined || grace === undefined) return undefined;
  if (first === undefined || last === undefined) return undefined;
  return {
    opensAt: firstSecond(opens),
    expiresAt: lastSecond(expires),
    graceEndsAt: lastSecond(grace),
    periodFirstDay: first,
    periodLastDay: last,
    kind: CYCLE_KINDS.indexOf(plan.kind),
    parent: plan.kind === "Regular" ? 0 : plan.parent,
  };
}

/** Days from the first to the last, both included. */
export function daysBetween(first: DayText, last: DayText): number | undefined {
  const [from, to] = [dayNumber(first), dayNumber(last)];
  return from === undefined || to === undefined || to < from ? undefined : to - from + 1;
}
