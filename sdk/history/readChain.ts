// SPDX-License-Identifier: Apache-2.0

import type { Deployment } from "#sdk/bindings/deployments.ts";
import type { ChainReader } from "./chain.ts";
import { ContractBook } from "./contractBook.ts";
import { decodeLogs } from "./events.ts";
import { fetchRange } from "./fetchLogs.ts";
import { MemoryStore } from "./memoryStore.ts";
import { reduceEvents } from "./reduce.ts";

export interface ReadChainOptions {
  readonly chain: ChainReader;
  readonly deployment: Deployment;
  /** Called after each part, with the block reached and the head. */
  readonly onProgress?: (block: number, head: number) => void;
  /** Last block to read; the head as it is at the start, unless told otherwise. */
  readonly to?: number;
  /** Blocks asked for at once; a node that finds it too much is asked for halves. */
  readonly span?: number;
  /** Read no further. What was read so far is thrown away with the error. */
  readonly signal?: AbortSignal;
}

const SPAN = 10_000;

/**
 * Read the whole history from a node into memory, up to the head or an earlier block: the same events and the same reducer as the
 * history server, with nobody between.
 * @throws ChainError when the node fails; ChainMoved when the chain was reorganised meanwhile: begin again then.
 */
export async function readChain({
  chain,
  deployment,
  onProgress,
  to: last,
  span = SPAN,
  signal,
}: ReadChainOptions): Promise<MemoryStore> {
  const store = new MemoryStore();
  const deployedAt = deployment.fromBlock;
  const head = last ?? (await chain.head());
  let book = ContractBook.ofDeployment(deployment.contracts);
  for (let from = deployedAt; from <= head; from += span) {
    signal?.throwIfAborted();
    const to = Math.min(from + span - 1, head);
    const parent = (await store.reached())?.hash;
    const range = await fetchRange({ chain, book, deployedAt }, from, to, parent);
    const events = decodeLogs(range.logs, range.book, range.backlog);
    const reduction = await reduceEvents(events, await store.position(), (keys) => store.load(keys));
    await store.commit({ reduction, checkpoints: range.checkpoints, undoFrom: head });
    book = range.book;
    onProgress?.(to, head);
  }
  return store;
}
