// SPDX-License-Identifier: Apache-2.0

/** What happened to a cycle, as the ledger's events tell it. */
export interface CycleEvent {
  readonly name:
    | "prepared"
    | "approved"
    | "returned"
    | "released"
    | "activated"
    | "timesChanged"
    | "reduced"
    | "cancelled"
    | "closed";
  /** Unix seconds, as all times here. */
  readonly at: number;
  readonly officer?: string;
  /** Code, such as "MARKET". */
  readonly reason?: string;
}

/** What of a cycle its timeline is made from, besides its events. */
export interface CycleLife {
  /** As the contract names it. */
  readonly state: string;
  readonly approvals: number;
  readonly needed?: { readonly approvers: number };
  readonly chunks: number;
  readonly chunksLoaded: number;
  readonly opensAt: number;
  readonly expiresAt: number;
  readonly graceEndsAt: number;
}

/** One line of the timeline. */
export interface Moment {
  readonly name: CycleEvent["name"] | "approvals" | "loaded" | "opens" | "expires" | "graceEnds";
  readonly state: "done" | "now" | "coming";
  readonly at: number | undefined;
  readonly officer: string | undefined;
  readonly reason: string | undefined;
  /** How far something has come that is done in parts. */
  readonly progress: { readonly done: number; readonly of: number } | undefined;
}

/** The life of a cycle: what happened by time, then what is under way, then what is to come. */
export function timelineOf(cycle: CycleLife, events: readonly CycleEvent[], now: number): Moment[] {
  const past = events.toSorted((a, b) => a.at - b.at).map((event) => moment(event.name, "done", event));
  const isOver = cycle.state === "Cancelled" || cycle.state === "Closed" || cycle.state === "Returned";
  const dates = isOver ? [] : datesOf(cycle, now);
  const isWaiting = cycle.state === "Prepared" || cycle.state === "AwaitingRelease";
  return [
    ...past,
    ...(isWaiting ? [approvalsOf(cycle)] : []),
    ...(cycle.state === "AwaitingRelease" ? [moment("released", "now", {})] : []),
    ...(isOver || isWaiting ? [] : [loadingOf(cycle)]),
    ...dates,
    ...(isOver ? [] : [moment("closed", "coming", {})]),
  ]
    .map((found, index) => ({ found, index }))
    .sort(byPlace)
    .map(({ found }) => found);
}

interface Placed {
  readonly found: Moment;
  readonly index: number;
}

/** What is not dated, or not done, keeps its place among its like. */
function byPlace(a: Placed, b: Placed): number {
  const rank = { done: 0, now: 1, coming: 2 };
  const byState = rank[a.found.state] - rank[b.found.state];
  if (byState !== 0) return byState;
  const bothDated = a.found.state === "done" && a.found.at !== undefined && b.found.at !== undefined;
  const byTime = bothDated ? (a.found.at ?? 0) - (b.found.at ?? 0) : 0;
  return byTime === 0 ? a.index - b.index : byTime;
}

function approvalsOf({ approvals, needed, state }: CycleLife): Moment {
  const of = Math.max(needed?.approvers ?? 0, approvals);
  const isThere = state === "AwaitingRelease" && approvals >= of;
  return { ...moment("approvals", isThere ? "done" : "now", {}), progress: { done: approvals, of } };
}

function loadingOf({ chunks, chunksLoaded }: CycleLife): Moment {
  const state = chunksLoaded >= chunks ? "done" : "now";
  return { ...moment("loaded", state, {}), progress: { done: chunksLoaded, of: chunks } };
}

function datesOf({ opensAt, expiresAt, graceEndsAt }: CycleLife, now: number): Moment[] {
  const dates = [
    ["opens", opensAt],
    ["expires", expiresAt],
    ["graceEnds", graceEndsAt],
  ] as const;
  return dates.map(([name, at]) => moment(name, at <= now ? "done" : "coming", { at }));
}

function moment(
  name: Moment["name"],
  state: Moment["state"],
  told: Partial<Pick<CycleEvent, "at" | "officer" | "reason">>,
): Moment {
  const { at, officer, reason } = told;
  return { name, state, at, officer, reason, progress: undefined };
}
