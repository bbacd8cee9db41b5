// SPDX-License-Identifier: Apache-2.0

import type { Role } from "#sdk/agency/index.ts";

/** Where a key is an active terminal. */
export interface TerminalPlace {
  /** Checksummed. */
  readonly programme: string;
  readonly shop: number;
}

/** Who asks, as the chain says now. */
export interface Caller {
  readonly kind: "officer" | "terminal";
  /** Checksummed. */
  readonly address: string;
  /** Empty for a terminal. */
  readonly roles: ReadonlySet<Role>;
  /** Empty for an officer. */
  readonly terminals: readonly TerminalPlace[];
  /** Names the session for limits; tells nothing of its cookie. */
  readonly session: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}
