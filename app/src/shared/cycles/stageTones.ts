// SPDX-License-Identifier: Apache-2.0

import type { CycleStage } from "#sdk/agency/cycleStage.ts";
import type { Tone } from "../ui/index.ts";

/** In which colour the badge of a cycle's stage stands. */
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
