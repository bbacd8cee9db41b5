// SPDX-License-Identifier: Apache-2.0

import type { Deployment } from "#sdk/bindings/deployments.ts";
import { AnnonaError } from "#sdk/errors/index.ts";
import {
  ChainMoved,
  type ChainReader,
  type Checkpoint,
  type ContractBook,
  decodeLogs,
  type FetchedRange,
  fetchRange,
  HistoryError,
  type RawLog,
  reduceEvents,
} from "#sdk/history/index.ts";
import { readBook } from "./queries/book.ts";
import type { SqlStore } from "./store/sqlStore.ts";

export interface FollowerOptions {
  readonly chain: ChainReader;
  readonly store: SqlStore;
  readonly deployment: Deployment;
  /** Deepest reorganisation that is rolled back; a deeper one makes the index anew. */
  readonly rollbackBlocks?: number;
  /** Milliseconds between looks at the head. */
  readonly pollEvery?: number;
  /** Gets counts, block numbers and codes; never anything else. */
  readonly log?: (line: string) => void;
}

const ROLLBACK_BLOCKS = 128;
const POLL_EVERY = 1_000;
const LONGEST_WAIT = 30_000;
const FIRST_SPAN = 50;
const WIDEST_SPAN = 10_000;
/** Characters of log data that one request should bring, and that one transaction should write: many rows, little memory. */
const MOST_FETCHED = 1_000_000;
const MOST_WRITTEN = 200_000;

/** Where to read on: the first block that is not applied, and the hash that the block before it must have. */
interface Start {
  readonly from: number;
  readonly parent: string | undefined;
}

/** What the log says of an error that is none of ours. */
const UNFORESEEN = {
  code: "HIST-900",
  summary: "Reading stood still for a cause that was not foreseen.",
  next: "It tries again by itself; if it stays, restart the server, and report it with the last lines of its log.",
};

/** Keeps the index at the head of the chain. */
export class Follower {
  readonly #chain: ChainReader;
  readonly #store: SqlStore;
  readonly #deployment: Deployment;
  readonly #rollbackBlocks: number;
  readonly #pollEvery: number;
  readonly #log: (line: string) => void;
  #book: ContractBook | undefined;
  #span = FIRST_SPAN;
  #headSeen: number | null = null;
  #problem: string | null = null;

  constructor(options: FollowerOptions) {
    this.#chain = options.chain;
    this.#store = options.store;
    this.#deployment = options.deployment;
    this.#rollbackBlocks = options.rollbackBlocks ?? ROLLBACK_BLOCKS;
    this.#pollEvery = options.pollEvery ?? POLL_EVERY;
    this.#log = options.log ?? (() => undefined);
  }

  /** The newest block that the node told of. */
  get headSeen(): number | null {
    return this.#headSeen;
  }

  /** Code of the error that reading stands still for; null while all is well. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Follow the chain until the signal. Errors are logged by code and tried again, ever more slowly. */
  async run(signal: AbortSignal): Promise<void> {
    let wait = this.#pollEvery;
    while (!signal.aborted) {
      try {
        await this.catchUp(signal);
        this.#problem = null;
        wait = this.#pollEvery;
      } catch (error) {
        this.#problem = codeOf(error);
        this.#log(`history: ${this.#problem}, next try in ${wait} ms`);
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
      await pause(wait, signal);
    }
  }

  /**
   * Apply everything up to the head as it is now, after going back over whatever the chain took back.
   * @throws HistoryError when the node fails or an event cannot be applied; what was applied before stays.
   */
  async catchUp(signal?: AbortSignal): Promise<void> {
    const head = await this.#chain.head();
    this.#headSeen = head;
    const reached = await this.#realign();
    const from = reached === null ? this.#deployment.fromBlock : reached.block + 1;
    try {
      await this.#applyFrom({ from, parent: reached?.hash }, head, signal);
    } catch (error) {
      if (!(error instanceof ChainMoved)) throw error;
      // The next look at the head goes on from what the chain still has.
      await this.#realign();
    }
  }

  /** Range after range; while one is written, the next is fetched already. */
  async #applyFrom(start: Start, head: number, signal?: AbortSignal): Promise<void> {
    let ahead = start.from <= head ? this.#fetch(start, head) : undefined;
    while (ahead !== undefined && !signal?.aborted) {
      const range: FetchedRange = await ahead;
      this.#book = range.book;
      const next = { from: range.to + 1, parent: range.checkpoints.at(-1)?.hash };
      ahead = next.from <= head ? this.#fetch(next, head) : undefined;
      // Should writing fail, nobody waits for this one any more.
      ahead?.catch(() => undefined);
      try {
        await this.#apply(range, head);
      } catch (error) {
        // What was found in this range counts only once it is written.
        this.#book = undefined;
        throw error;
      }
    }
  }

  async #fetch({ from, parent }: Start, head: number): Promise<FetchedRange> {
    this.#book ??= await readBook(this.#store, this.#deployment);
    const options = { chain: this.#chain, book: this.#book, deployedAt: this.#deployment.fromBlock };
    const range = await fetchRange(options, from, Math.min(from + this.#span - 1, head), parent);
    const fetched = range.logs.reduce((sum, log) => sum + weightOf(log), 0);
    if (fetched > MOST_FETCHED) this.#span = Math.max(1, Math.floor(this.#span / 2));
    else if (fetched < MOST_FETCHED / 4) this.#span = Math.min(WIDEST_SPAN, this.#span * 2);
    return range;
  }

  async #apply(range: FetchedRange, head: number): Promise<void> {
    const undoFrom = Math.max(head, range.to) - this.#rollbackBlocks + 1;
    let count = 0;
    for (const { logs, checkpoints } of partsOf(range)) {
      const events = decodeLogs(logs, range.book, range.backlog);
      const position = await this.#store.position();
      const reduction = await reduceEvents(events, position, (keys) => this.#store.load(keys));
      await this.#store.commit({ reduction, checkpoints, undoFrom });
      count += events.length;
    }
    if (count > 0) this.#log(`history: ${count} events, blocks ${range.from} to ${range.to}`);
  }

  /** Go back to the newest block that the chain still has; further back than kept, start anew. */
  async #realign(): Promise<Checkpoint | null> {
    const reached = await this.#store.reached();
    if (reached === null || (await this.#isOnChain(reached))) return reached;
    this.#book = undefined;
    for (const checkpoint of await this.#store.checkpoints()) {
      if (!(await this.#isOnChain(checkpoint))) continue;
      await this.#store.rollBack(checkpoint);
      this.#log(`history: reorganisation, back from block ${reached.block} to ${checkpoint.block}`);
      return checkpoint;
    }
    await this.#store.clear();
    this.#log(`history: another chain than before block ${reached.block}, starting anew`);
    return null;
  }

  async #isOnChain({ block, hash }: Checkpoint): Promise<boolean> {
    return (await this.#chain.header(block))?.hash === hash;
  }
}

type Part = Pick<FetchedRange, "logs" | "checkpoints">;

/**
 * A range in parts that one transaction each writes, cut between blocks. A range with a backlog stays whole, since that belongs to
 * one event of it; there are as few of those as there are assets.
 */
function partsOf({ logs, checkpoints, backlog }: FetchedRange): Part[] {
  if (backlog.length > 0) return [{ logs, checkpoints }];
  const parts: { logs: RawLog[]; checkpoints: Checkpoint[] }[] = [];
  const byBlock = Map.groupBy(logs, ({ block }) => block);
  let room = 0;
  for (const checkpoint of checkpoints) {
    const ofBlock = byBlock.get(checkpoint.block) ?? [];
    if (room <= 0 || parts.length === 0) {
      parts.push({ logs: [], checkpoints: [] });
      room = MOST_WRITTEN;
    }
    parts.at(-1)?.logs.push(...ofBlock);
    parts.at(-1)?.checkpoints.push(checkpoint);
    room -= ofBlock.reduce((sum, log) => sum + weightOf(log), 0);
  }
  return parts;
}

/** What a log costs to hold: its data, and as much as a small one for the rest. */
function weightOf({ data }: RawLog): number {
  return data.length + 500;
}

/** The code of an error, fit for a log line. Messages of others may hold addresses with keys, so they are not logged. */
export function codeOf(error: unknown): string {
  return error instanceof AnnonaError ? error.code : UNFORESEEN.code;
}

/** The chain that the node serves must be the one of the deployment. */
export async function requireChain(chain: ChainReader, deployment: Deployment): Promise<void> {
  const chainId = await chain.chainId();
  if (chainId === deployment.chainId) return;
  throw new HistoryError({
    code: "HIST-802",
    summary: `The node serves chain ${chainId}, but the deployment file is for chain ${deployment.chainId}.`,
    next: "Give the address of a node of that chain, or the deployment file of this one.",
  });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
