// SPDX-License-Identifier: Apache-2.0

import type { Cycle } from "../api/index.ts";
import type { Tone } from "../ui/index.ts";
import type { words } from "../words/index.ts";

export type CycleStage = keyof typeof words.cycles.states;

const byState: Readonly<Record<string, CycleStage>> = {
  Prepared: "waiting",
  Returned: "returned",
  AwaitingRelease: "release",
  Cancelled: "cancelled",
  Closed: "closed",
};

/** What a cycle is at in the reader's terms: an approved one is upcoming, open, in its days of grace, or due to be closed. */
export function cycleStage(
  cycle: Pick<Cycle, "state" | "opensAt" | "expiresAt" | "graceEndsAt">,
  now: number,
): CycleStage {
  const settled = byState[cycle.state];
  if (settled) return settled;
  if (now < cycle.opensAt) return "upcoming";
  if (now <= cycle.expiresAt) return "open";
  return now <= cycle.graceEndsAt ? "late" : "toClose";
}

export const stageTones: Readonly<Record<CycleStage, Tone>> = {
  waiting: "waiting",
  returned: "bad",
  release: "waiting",
  upcoming: "busy",
  open: "good",
  late: "waiting",
  toClose: "waiting",
  cancelled: "quiet",
  closed: "quiet",
};
