// SPDX-License-Identifier: Apache-2.0

import { ask } from "../../shared/api/source.ts";
import { verifyError } from "./errors.ts";
import type { Answers } from "./figures.ts";

/** What the site says, all of one block. */
export interface SiteFigures {
  readonly block: { readonly number: number; readonly hash: string };
  readonly answers: Answers;
}

type Body = Readonly<Record<string, unknown>>;

/** The largest page of a list that the API gives. */
const PAGE = 500;
const OF_PROGRAMMES = ["cycles", "shops", "settlements", "receipts"];
const OF_FUNDS = ["contributions", "allocations"];
/** A site that goes on reading the ledger is asked again from the start this often. */
const TRIES = 4;

/**
 * Ask the site for everything that it shows, as it came, until all answers are of the same block.
 * @param onProgress Gets how many answers have come.
 * @throws AppError of the site; APP-469 when it moves on faster than it can be asked.
 */
export async function readSite(
  signal: AbortSignal,
  onProgress: (answers: number) => void,
): Promise<SiteFigures> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reading = new SiteReading(signal, onProgress);
    await reading.readAll();
    const figures = reading.figures();
    if (figures !== undefined) return figures;
  }
  throw verifyError("moving");
}

class SiteReading {
  readonly #signal: AbortSignal;
  readonly #onProgress: (answers: number) => void;
  readonly #answers = new Map<string, unknown>();
  /** Hashes and numbers of the blocks that the answers are of. */
  readonly #blocks = new Map<string, number>();
  #count = 0;

  constructor(signal: AbortSignal, onProgress: (answers: number) => void) {
    this.#signal = signal;
    this.#onProgress = onProgress;
  }

  async readAll(): Promise<void> {
    await this.#one("/api/overview");
    await this.#one("/api/breakdown");
    await this.#all("/api/programmes", OF_PROGRAMMES);
    await this.#all("/api/funds", OF_FUNDS);
    await this.#all("/api/agreements", []);
    await this.#one("/api/council");
    await this.#list("/api/council/proposals");
    await this.#list("/api/timeline");
  }

  /** A list, and each thing in it with its own lists. */
  async #all(path: string, lists: readonly string[]): Promise<void> {
    for (const { address } of await this.#list(path)) {
      await this.#one(`${path}/${address}`);
      for (const list of lists) await this.#list(`${path}/${address}/${list}`);
    }
  }

  /** Undefined when the answers are of different blocks. */
  figures(): SiteFigures | undefined {
    const [[hash, number] = [], another] = this.#blocks;
    if (hash === undefined || number === undefined || another !== undefined) return undefined;
    return { block: { number, hash }, answers: this.#answers };
  }

  async #one(path: string): Promise<void> {
    const { indexedTo: _, ...answer } = await this.#ask(path);
    this.#answers.set(path, answer);
  }

  async #list(path: string): Promise<readonly Body[]> {
    const items: Body[] = [];
    let cursor: unknown;
    do {
      const after = typeof cursor === "string" ? `&cursor=${encodeURIComponent(cursor)}` : "";
      const page = await this.#ask(`${path}?limit=${PAGE}${after}`);
      items.push(...(page.items as readonly Body[]));
      cursor = page.nextCursor;
    } while (cursor !== null && cursor !== undefined);
    this.#answers.set(path, items);
    return items;
  }

  async #ask(path: string): Promise<Body> {
    // Not what the browser keeps: an answer that was changed behind the server's back must be seen.
    const body = (await ask(path, { signal: this.#signal, cache: "no-store" })) as Body;
    const reached = body.indexedTo as { readonly number: number; readonly hash: string } | null;
    if (reached !== null) this.#blocks.set(reached.hash, reached.number);
    this.#onProgress(++this.#count);
    return body;
  }
}
