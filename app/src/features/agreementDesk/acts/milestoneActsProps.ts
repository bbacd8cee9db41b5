// SPDX-License-Identifier: Apache-2.0

import type { Milestone } from "#sdk/agreements/index.ts";
import type { AgreementView } from "../useAgreement.ts";

/** What every act with a milestone is given. */
export interface MilestoneActsProps {
  readonly view: AgreementView;
  readonly milestone: Milestone;
}
