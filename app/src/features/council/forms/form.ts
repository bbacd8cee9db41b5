// SPDX-License-Identifier: Apache-2.0

import type { CouncilAct } from "#sdk/council/index.ts";
import type { CouncilGround } from "../queries.ts";

/** What every form of a decision gets. */
export interface ActFormProps {
  readonly ground: CouncilGround;
  /** Told the act as it stands in the fields; undefined while they are not whole. */
  readonly onChange: (act: CouncilAct | undefined) => void;
}
