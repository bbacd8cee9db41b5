// SPDX-License-Identifier: Apache-2.0

import type { CouncilAct } from "#sdk/council/index.ts";
import type { CouncilGround } from "../queries.ts";

/** What every form of a decision gets. */
export interface ActFormProps {
  readonly ground: CouncilGround;
  /** Told what stands in the fields, mostly one act; nothing, or undefined, while they are not whole. */
  readonly onChange: (...acts: readonly (CouncilAct | undefined)[]) => void;
}
