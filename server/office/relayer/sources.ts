// SPDX-License-Identifier: Apache-2.0

import type { Commitment } from "#sdk/list/index.ts";

/** What the relayer needs of the rest of the office. */
export interface JobSources {
  /** The nameless list of a cycle as CSV, as the preparer stored it; undefined when the office does not have it. */
  listOf(programme: string, cycle: number): Promise<string | undefined>;
  /** The commitments of a request to the custodian, in their order; undefined when there is no such request. */
  commitmentsOf(request: string): Promise<readonly Commitment[] | undefined>;
  /** Told when all accounts of a request are open. */
  accountsOpened(request: string): Promise<void>;
}
