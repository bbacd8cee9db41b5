// SPDX-License-Identifier: Apache-2.0

import type { Status } from "../api/index.ts";

/** Longer than a few lost polls: one slow answer alarms nobody. */
const SILENT_MS = 15_000;
/** More blocks than a healthy server is ever behind. */
const LAG_BLOCKS = 12;

/** How far the figures on the screen can be trusted. */
export type Freshness =
  | { readonly kind: "connecting" }
  | { readonly kind: "live" }
  /** `since` is undefined when the server never answered. */
  | { readonly kind: "silent"; readonly since: number | undefined }
  | { readonly kind: "stuck"; readonly problem: string }
  | { readonly kind: "behind"; readonly blocks: number }
  /** A static snapshot, written at that moment (Unix seconds); `isInstead` of a server that does not answer. */
  | { readonly kind: "snapshot"; readonly writtenAt: number; readonly isInstead: boolean };

export interface Polled {
  readonly status: Status | undefined;
  /** When the last good answer came, in milliseconds. */
  readonly answeredAt: number;
  /** The last question got no answer, or an error. */
  readonly isFailing: boolean;
  /** A question is on its way. */
  readonly isAsking: boolean;
}

/** Judge the last answers of the history server. */
export function judgeFreshness({ status, answeredAt, isFailing, isAsking }: Polled, now: number): Freshness {
  if (status === undefined) return isFailing ? { kind: "silent", since: undefined } : { kind: "connecting" };
  if (status.snapshot) return { kind: "snapshot", ...status.snapshot };
  if ((isFailing || isAsking) && now - answeredAt > SILENT_MS) return { kind: "silent", since: answeredAt };
  if (status.problem) return { kind: "stuck", problem: status.problem };
  const blocks = (status.headSeen ?? 0) - (status.indexedTo?.number ?? 0);
  return blocks > LAG_BLOCKS ? { kind: "behind", blocks } : { kind: "live" };
}
