// SPDX-License-Identifier: Apache-2.0

import type { CycleDetail } from "#sdk/agency/index.ts";

/** What the contract would refuse; said before the officer signs. */
export type ApproveHindrance =
  | "notWaiting"
  | "expired"
  | "role"
  | "preparer"
  | "approvedAlready"
  | "aboveBands"
  | "notEnoughFree";

export type ReleaseHindrance =
  | "notWaiting"
  | "expired"
  | "role"
  | "preparer"
  | "approvalsMissing"
  | "notEnoughFree";

/** Who looks at the cycle, and what the programme has. */
export interface ApprovalScene {
  readonly officer: { readonly address: string; has(role: "Approver" | "Finance"): boolean } | undefined;
  /** Unix seconds. */
  readonly now: number;
  /** Free money of the programme, ledger units. */
  readonly free: bigint;
}

type WaitingCycle = Pick<
  CycleDetail,
  "state" | "expiresAt" | "preparer" | "approvers" | "approvals" | "needed" | "total"
>;

/** What keeps this officer from approving; undefined when they can. */
export function approveHindrance(cycle: WaitingCycle, scene: ApprovalScene): ApproveHindrance | undefined {
  const { officer, now, free } = scene;
  if (cycle.state !== "Prepared" && cycle.state !== "AwaitingRelease") return "notWaiting";
  if (now >= cycle.expiresAt) return "expired";
  if (officer === undefined || !officer.has("Approver")) return "role";
  if (isSame(cycle.preparer, officer.address)) return "preparer";
  if (cycle.approvers.some((approver) => isSame(approver, officer.address))) return "approvedAlready";
  if (cycle.needed === undefined) return "aboveBands";
  return reservesNow(cycle) && free < cycle.total ? "notEnoughFree" : undefined;
}

/** What keeps this officer from releasing; undefined when they can. */
export function releaseHindrance(cycle: WaitingCycle, scene: ApprovalScene): ReleaseHindrance | undefined {
  const { officer, now, free } = scene;
  if (cycle.state !== "AwaitingRelease") return "notWaiting";
  if (now >= cycle.expiresAt) return "expired";
  if (officer === undefined || !officer.has("Finance")) return "role";
  if (isSame(cycle.preparer, officer.address)) return "preparer";
  if (cycle.needed !== undefined && cycle.approvals < cycle.needed.approvers) return "approvalsMissing";
  return free < cycle.total ? "notEnoughFree" : undefined;
}

/** Whether one more approval would reserve the money at once. */
export function reservesNow({ needed, approvals, state }: WaitingCycle): boolean {
  return (
    state === "Prepared" && needed !== undefined && !needed.needsRelease && approvals + 1 >= needed.approvers
  );
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
