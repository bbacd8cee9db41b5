// SPDX-License-Identifier: Apache-2.0

import { type ApprovalNeeded, approvalNeeded, type Cycle, readCycles } from "./cycles.ts";
import { readEvents } from "./logs.ts";
import type { ActingOfficer } from "./officers.ts";
import type { OpenAct } from "./openActs.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** A cycle that waits for the officer. */
export interface CycleTask {
  readonly kind: "approveCycle" | "releaseCycle" | "loadCycle" | "closeCycle" | "returnedCycle";
  readonly programme: string;
  readonly cycle: Cycle;
  /** What it takes to be approved now; absent where that is no question, or the total is above all bands. */
  readonly needed?: ApprovalNeeded;
}

/**
 * Cycles that wait for an officer. A cycle that came back waits for its preparer until they prepare another.
 * @param acts The programme's open acts: what is proposed already does not wait again.
 * @param now Unix seconds.
 */
export async function cycleTasks(
  suite: Suite,
  programme: ProgrammeHandle,
  officer: ActingOfficer,
  acts: readonly OpenAct[],
  now: number,
): Promise<CycleTask[]> {
  const cycles = await readCycles(suite, programme);
  const { roles } = officer;
  const of = (kind: CycleTask["kind"], found: readonly Cycle[]): CycleTask[] =>
    found.map((cycle) => ({ kind, programme: programme.address, cycle }));
  return [
    ...(roles.has("Approver") ? await toApprove(suite, programme, officer, cycles, now) : []),
    ...(roles.has("Finance") ? of("releaseCycle", cycles.filter(isToRelease(officer, now))) : []),
    ...(roles.has("Preparer") ? of("loadCycle", cycles.filter(isToLoad(now))) : []),
    ...(roles.has("Finance") ? of("closeCycle", cycles.filter(isToClose(acts))) : []),
    ...(roles.has("Preparer") ? of("returnedCycle", cameBack(cycles, officer)) : []),
  ];
}

async function toApprove(
  suite: Suite,
  programme: ProgrammeHandle,
  officer: ActingOfficer,
  cycles: readonly Cycle[],
  now: number,
): Promise<CycleTask[]> {
  const { contract, address } = programme;
  const waiting = cycles.filter(
    ({ state, preparer, expiresAt }) =>
      (state === "Prepared" || state === "AwaitingRelease") && !isSame(preparer, officer) && now < expiresAt,
  );
  if (waiting.length === 0) return [];
  const filter = contract.filters.CycleApproved(undefined, officer.address);
  const mine = await readEvents(suite, contract, filter);
  const approved = new Set(mine.map(({ args }) => Number(args.cycle)));
  const tasks = await Promise.all(
    waiting.map(async (cycle): Promise<CycleTask[]> => {
      if (approved.has(cycle.cycle)) return [];
      const needed = await approvalNeeded(programme, cycle.total);
      // One that awaits release has its approvals, unless other cycles have raised what it needs.
      if (cycle.state === "AwaitingRelease" && cycle.approvals >= (needed?.approvers ?? 0)) return [];
      const need = needed === undefined ? {} : { needed };
      return [{ kind: "approveCycle", programme: address, cycle, ...need }];
    }),
  );
  return tasks.flat();
}

function isToRelease(officer: ActingOfficer, now: number): (cycle: Cycle) => boolean {
  return ({ state, preparer, expiresAt }) =>
    state === "AwaitingRelease" && !isSame(preparer, officer) && now < expiresAt;
}

function isToLoad(now: number): (cycle: Cycle) => boolean {
  return ({ state, chunks, chunksLoaded, expiresAt }) =>
    state === "Approved" && chunksLoaded < chunks && now < expiresAt;
}

function isToClose(acts: readonly OpenAct[]): (cycle: Cycle) => boolean {
  const proposed = new Set(
    acts.flatMap(({ name, args }) => (name === "closeCycle" ? [Number(args.cycle)] : [])),
  );
  return ({ stage, cycle }) => stage === "toClose" && !proposed.has(cycle);
}

function cameBack(cycles: readonly Cycle[], officer: ActingOfficer): Cycle[] {
  const mine = cycles.filter(({ preparer }) => isSame(preparer, officer));
  return mine.slice(-1).filter(({ state }) => state === "Returned");
}

function isSame(address: string, officer: ActingOfficer): boolean {
  return address.toLowerCase() === officer.address.toLowerCase();
}
