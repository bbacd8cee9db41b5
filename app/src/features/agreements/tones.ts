// SPDX-License-Identifier: Apache-2.0

import type { Tone } from "../../shared/ui/index.ts";

export const AGREEMENT_TONES: Readonly<Record<string, Tone>> = {
  Proposed: "waiting",
  Active: "busy",
  Completed: "good",
  Terminated: "quiet",
};

export const MILESTONE_TONES: Readonly<Record<string, Tone>> = {
  Planned: "quiet",
  Submitted: "busy",
  Returned: "bad",
  Verified: "busy",
  Disputed: "bad",
  Paid: "good",
  Cancelled: "quiet",
};
