// SPDX-License-Identifier: Apache-2.0

/** What a cycle is at in the reader's terms. */
export type CycleStage =
  | "waiting"
  | "returned"
  | "release"
  | "upcoming"
  | "open"
  | "late"
  | "toClose"
  | "cancelled"
  | "closed";

const BY_STATE: Readonly<Record<string, CycleStage>> = {
  Prepared: "waiting",
  Returned: "returned",
  AwaitingRelease: "release",
  Cancelled: "cancelled",
  Closed: "closed",
};

/** An approved cycle is upcoming, open, in its days of grace, or due to be closed. All times in Unix seconds. */
export function cycleStage(
  cycle: {
    /** A name of CYCLE_STATES; one that a newer contract adds counts as approved. */
    readonly state: string;
    readonly opensAt: number;
    readonly expiresAt: number;
    readonly graceEndsAt: number;
  },
  now: number,
): CycleStage {
  const settled = BY_STATE[cycle.state];
  if (settled) return settled;
  if (now < cycle.opensAt) return "upcoming";
  if (now <= cycle.expiresAt) return "open";
  return now <= cycle.graceEndsAt ? "late" : "toClose";
}
