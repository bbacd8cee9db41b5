// SPDX-License-Identifier: Apache-2.0

import type { AgreementState, MilestoneState } from "#sdk/agreements/names.ts";
import type { Tone } from "../ui/index.ts";

export const AGREEMENT_TONES: Readonly<Record<AgreementState, Tone>> = {
  None: "quiet",
  Proposed: "waiting",
  Active: "busy",
  Completed: "good",
  Terminated: "quiet",
};

export const MILESTONE_TONES: Readonly<Record<MilestoneState, Tone>> = {
  None: "quiet",
  Planned: "quiet",
  Submitted: "waiting",
  Returned: "bad",
  Verified: "busy",
  Disputed: "bad",
  Paid: "good",
  Cancelled: "quiet",
};
