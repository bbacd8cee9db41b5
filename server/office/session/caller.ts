// SPDX-License-Identifier: Apache-2.0

import type { Role } from "#sdk/agency/index.ts";

/** Where a key is an active terminal. */
export interface TerminalPlace {
  /** Checksummed. */
  readonly programme: string;
  readonly shop: number;
}

/** What somebody is in an agreement of the organisation. */
export type Part = "partner" | "monitor" | "arbiter";

/** An agreement that somebody is a party to. */
export interface PartyPlace {
  /** Checksummed. */
  readonly agreement: string;
  readonly as: readonly Part[];
  /** Whether they may add files: a reader of the partner's organisation may not. */
  readonly mayAdd: boolean;
}

/** Who asks, as the chain says now. */
export interface Caller {
  readonly kind: "officer" | "terminal" | "party";
  /** Checksummed. */
  readonly address: string;
  /** In this organisation; empty for terminals and parties. */
  readonly roles: ReadonlySet<Role>;
  /** Empty for everybody but terminals. */
  readonly terminals: readonly TerminalPlace[];
  /** Empty for everybody but parties to agreements. */
  readonly agreements: readonly PartyPlace[];
  /** Names the session for limits; tells nothing of its cookie. */
  readonly session: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}
