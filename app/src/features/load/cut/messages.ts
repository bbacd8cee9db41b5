// SPDX-License-Identifier: Apache-2.0

import type { ListScope, ProvenChunk } from "#sdk/list/index.ts";

/** What the page asks of the worker: a nameless list as a file, and the cycle that it belongs to. */
export interface CutQuestion {
  readonly scope: ListScope;
  readonly list: Uint8Array;
}

/** What the worker answers. An error travels as its parts: classes do not survive the way. */
export type CutAnswer =
  | { readonly kind: "done"; readonly root: string; readonly chunks: readonly ProvenChunk[] }
  | { readonly kind: "failed"; readonly code: string; readonly summary: string; readonly next: string }
  | { readonly kind: "broken"; readonly reason: string };
