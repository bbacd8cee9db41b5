// SPDX-License-Identifier: Apache-2.0

import type { CheckedList, CheckInput } from "./checkList.ts";

/** An earlier list: as a file of the office, or as the chunks that the chain has. */
export type EarlierSource =
  | { readonly cycle: number; readonly file: Uint8Array }
  | { readonly cycle: number; readonly chunks: readonly LoadedChunk[] };

export interface LoadedChunk {
  readonly chunk: number;
  readonly payload: Uint8Array;
}

/** What the page asks of the worker. Lists travel as bytes, which a worker gets without the page being held up. */
export interface CheckQuestion extends Omit<CheckInput, "list" | "earlier"> {
  readonly list: Uint8Array;
  readonly earlier: readonly EarlierSource[];
}

/** What the worker answers. An error travels as its parts: classes do not survive the way. */
export type CheckAnswer =
  | { readonly kind: "done"; readonly checked: CheckedList }
  | { readonly kind: "failed"; readonly code: string; readonly summary: string; readonly next: string }
  | { readonly kind: "broken"; readonly reason: string };
