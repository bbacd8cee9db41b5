// SPDX-License-Identifier: Apache-2.0

import type { Task } from "#sdk/agency/index.ts";

/** What the office server adds to the ledger's tasks. Times in Unix seconds. */
export type OfficeTask =
  /** A list whose households all have accounts by now, so that the cycle can be prepared. */
  | {
      readonly kind: "draftReady";
      readonly draft: string;
      readonly programme: string;
      readonly title: string;
      readonly households: number;
      readonly since: number;
    }
  /** Households without accounts that a preparer asks the custodian to open. */
  | {
      readonly kind: "openAccounts";
      readonly request: string;
      readonly programme: string | undefined;
      readonly title: string;
      readonly households: number;
      readonly since: number;
    }
  /** Cases that reconciliation left to people, by programme. */
  | {
      readonly kind: "exceptions";
      readonly programme: string;
      readonly count: number;
      readonly since: number;
    };

export type WaitingTask = Task | OfficeTask;

/** The groups of the page, in the order in which they are shown: what holds up others first. */
export const WAITING_GROUPS = [
  "stopped",
  "sign",
  "prepare",
  "accounts",
  "load",
  "money",
  "exceptions",
  "close",
] as const;
export type WaitingGroup = (typeof WAITING_GROUPS)[number];

const GROUPS: Readonly<Record<WaitingTask["kind"], WaitingGroup>> = {
  liftPause: "stopped",
  approveAct: "sign",
  approveCycle: "sign",
  releaseCycle: "sign",
  returnedCycle: "prepare",
  draftReady: "prepare",
  openAccounts: "accounts",
  loadCycle: "load",
  settleShop: "money",
  confirmSettlement: "money",
  exceptions: "exceptions",
  closeCycle: "close",
};

export interface WaitingItem {
  readonly key: string;
  readonly task: WaitingTask;
  /** Unix seconds; undefined where the ledger does not tell. */
  readonly since: number | undefined;
}

export interface WaitingSection {
  readonly group: WaitingGroup;
  /** Oldest first. */
  readonly items: readonly WaitingItem[];
}

/** When cycles were prepared, Unix seconds, by {@link cycleKey}. */
export type PreparedAt = ReadonlyMap<string, number>;

export function cycleKey(programme: string, cycle: number): string {
  return `${programme} ${cycle}`;
}

const NO_TIMES: PreparedAt = new Map();

/** Everything that waits, by group, without the groups that are empty. */
export function boardOf(
  tasks: readonly WaitingTask[],
  preparedAt: PreparedAt = NO_TIMES,
): readonly WaitingSection[] {
  const items = tasks.map((task) => ({ key: keyOf(task), task, since: sinceOf(task, preparedAt) }));
  return WAITING_GROUPS.map((group) => ({
    group,
    items: items.filter(({ task }) => GROUPS[task.kind] === group).sort(byAge),
  })).filter((section) => section.items.length > 0);
}

/** What is known to wait for longest comes first; numbers grow with time, so of the rest the lowest one does. */
function byAge(a: WaitingItem, b: WaitingItem): number {
  if (a.since !== undefined && b.since !== undefined && a.since !== b.since) return a.since - b.since;
  if ((a.since === undefined) !== (b.since === undefined)) return a.since === undefined ? 1 : -1;
  return orderOf(a.task) - orderOf(b.task);
}

function sinceOf(task: WaitingTask, preparedAt: PreparedAt): number | undefined {
  if ("since" in task) return task.since;
  switch (task.kind) {
    case "approveAct":
      return task.act.proposedAt;
    case "closeCycle":
      return task.cycle.graceEndsAt;
    case "loadCycle":
      return task.cycle.approvedAt;
    case "approveCycle":
    case "releaseCycle":
    case "returnedCycle":
      return preparedAt.get(cycleKey(task.programme, task.cycle.cycle));
    default:
      return undefined;
  }
}

function orderOf(task: WaitingTask): number {
  if (task.kind === "approveAct") return Number(task.act.actId);
  if (task.kind === "settleShop") return task.cycle;
  if (task.kind === "confirmSettlement") return task.settlement;
  return "cycle" in task ? task.cycle.cycle : 0;
}

function keyOf(task: WaitingTask): string {
  switch (task.kind) {
    case "approveAct":
      return `act ${task.act.contract} ${task.act.actId}`;
    case "settleShop":
      return `settle ${task.programme} ${task.shop} ${task.cycle}`;
    case "confirmSettlement":
      return `confirm ${task.programme} ${task.settlement}`;
    case "draftReady":
      return `draft ${task.draft}`;
    case "openAccounts":
      return `request ${task.request}`;
    case "exceptions":
    case "liftPause":
      return `${task.kind} ${task.programme}`;
    default:
      return `${task.kind} ${task.programme} ${task.cycle.cycle}`;
  }
}
