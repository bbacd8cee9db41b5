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
}

/** Blocks asked for at once; a node that finds it too much is asked for halves. */
const SPAN = 10_000;

/**
 * Read the whole history from a node into memory, up to the head as it is at the start: the same events and the same reducer as the
 * history server, with nobody between.
 * @throws ChainError when the node fails; ChainMoved when the chain was reorganised meanwhile: begin again then.
 */
export async function readChain({ chain, deployment, onProgress }: ReadChainOptions): Promise<MemoryStore> {
  const store = new MemoryStore();
  const deployedAt = deployment.fromBlock;
  const head = await chain.head();
  let book = ContractBook.ofDeployment(deployment.contracts);
  for (let from = deployedAt; from <= head; from += SPAN) {
    const to = Math.min(from + SPAN - 1, head);
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
