// SPDX-License-Identifier: Apache-2.0

import type { RowKey } from "./draft.ts";
import type { Position, Reduction } from "./reduce.ts";
import type { AnyRow } from "./rows.ts";

/** A block that the history has passed, with the hash that the chain had then. */
export interface Checkpoint {
  readonly block: number;
  readonly hash: string;
  /** Unix seconds. */
  readonly timestamp: number;
}

export interface Commit {
  readonly reduction: Reduction;
  /** Blocks with a known hash, ascending; the last is the block up to which everything is applied now. */
  readonly checkpoints: readonly Checkpoint[];
  /**
   * Before-images are kept for this block and later ones, so that the rows can go back to the end of the block before it; going
   * back further means to start anew.
   */
  readonly undoFrom: number;
}

/** Where rows are kept: in memory (browser, tests) or in SQL (server). */
export interface HistoryStore {
  /** The last event that the rows contain. */
  position(): Promise<Position>;
  /** The block up to which everything is applied; null before the first commit. */
  reached(): Promise<Checkpoint | null>;
  /** The newest blocks to which {@link rollBack} can go, newest first. */
  checkpoints(): Promise<readonly Checkpoint[]>;
  load(keys: readonly RowKey[]): Promise<readonly { readonly key: RowKey; readonly row: AnyRow }[]>;
  /** All or nothing. */
  commit(commit: Commit): Promise<void>;
  /** Make every row as it was after this checkpoint. All or nothing. */
  rollBack(to: Checkpoint): Promise<void>;
  /** Forget everything. */
  clear(): Promise<void>;
}
