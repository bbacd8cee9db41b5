// SPDX-License-Identifier: Apache-2.0

import type { Call } from "#sdk/agency/call.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import type { Officer } from "../ledger/useOfficer.ts";

/** What an act is built from: the ledger as it is now, and whoever is going to sign. */
export interface ActGround {
  readonly suite: Suite;
  readonly officer: Officer;
}

/**
 * Builds the call, or several to be signed one after the other; each is simulated right before it is signed. May read the ledger, and
 * may throw a numbered error, which is shown.
 */
export type ActBuild = (ground: ActGround) => Promise<Call | readonly Call[]> | Call | readonly Call[];

export interface ActSettings {
  /**
   * Tells the acts of one page apart, such as "hold-1042". Together with the address of the page it is how a waiting act is found again
   * after a reload. Never a household's id.
   */
  readonly name?: string;
  /** Called when the ledger has shown the last call, also when that was sent before a reload. */
  readonly onDone?: () => void;
}
