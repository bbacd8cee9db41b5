// SPDX-License-Identifier: Apache-2.0

import type { CycleStage } from "#sdk/agency/cycleStage.ts";
import type { Cycle, Role } from "#sdk/agency/index.ts";

/** What officers do next about a cycle. */
export type CycleStep =
  | "approve"
  | "release"
  | "prepareAgain"
  | "load"
  | "messages"
  | "reconcile"
  | "close"
  | "none";

const BY_STAGE: Readonly<Record<CycleStage, CycleStep>> = {
  waiting: "approve",
  returned: "prepareAgain",
  release: "release",
  upcoming: "messages",
  open: "reconcile",
  late: "reconcile",
  toClose: "close",
  cancelled: "none",
  closed: "none",
};

/** The one step that a cycle needs next. A list that is not on the ledger in full comes first, as long as loading it is of use. */
export function nextStep(
  stage: CycleStage,
  { chunks, chunksLoaded }: Pick<Cycle, "chunks" | "chunksLoaded">,
): CycleStep {
  const canLoad = stage === "upcoming" || stage === "open";
  return canLoad && chunksLoaded < chunks ? "load" : BY_STAGE[stage];
}

/** Whose step it is; one of the roles is enough. */
export const STEP_ROLES: Readonly<Record<CycleStep, readonly Role[]>> = {
  approve: ["Approver"],
  release: ["Finance"],
  prepareAgain: ["Preparer"],
  load: ["Preparer", "Custodian"],
  messages: ["Preparer"],
  reconcile: ["Finance"],
  close: ["Finance"],
  none: [],
};
