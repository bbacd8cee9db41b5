// SPDX-License-Identifier: Apache-2.0

import { isError, type TransactionReceipt } from "ethers";
import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { AnnonaError } from "#sdk/errors/index.ts";
import { isTransient } from "#sdk/relay/connection.ts";
import type { RelayOptions, RelayProgress } from "#sdk/relay/index.ts";
import { jobError } from "./errors.ts";
import { cannotPay, readFunds } from "./funds.ts";
import { type JobStore, requestOf } from "./jobStore.ts";
import type { JobRow } from "./tables.ts";
import { workOf } from "./work.ts";
import type { Work, Workplace } from "./workplace.ts";

/** How a run of a job ended. */
export interface Ending {
  readonly state: "done" | "failed" | "stopped";
  /** Columns of the job's row. */
  readonly facts: Partial<JobRow>;
  /** Why it failed, or what it waits for. */
  readonly error: AnnonaError | undefined;
  readonly isNodeAway: boolean;
}

/** How often a job's progress is written down at most (milliseconds). */
const WRITE_EVERY = 300;

/** Do a job, or what is left of it, and keep its row up to date meanwhile. It always ends, and says how. */
export async function runJob(
  store: JobStore,
  place: Workplace,
  row: JobRow,
  options: RelayOptions,
): Promise<Ending> {
  const count = new Count(store, row);
  try {
    const work = await workOf(place, requestOf(row));
    await count.begin(place, work);
    const result = await work.run({
      ...options,
      onProgress: (progress) => count.progress(progress),
      onMined: (receipt) => count.mined(receipt),
    });
    const facts = { ...(await count.end()), gasNeeded: "0", result: JSON.stringify(result) };
    return { state: "done", facts, error: undefined, isNodeAway: false };
  } catch (error) {
    const facts = await count.end();
    return { facts, ...(await judged(error, place, facts)) };
  }
}

type Judgement = Pick<Ending, "state" | "error" | "isNodeAway">;

/** What an error means for the job. */
async function judged(
  error: unknown,
  { signer }: Workplace,
  { done, total, gasNeeded }: Counted,
): Promise<Judgement> {
  const code = error instanceof AnnonaError ? error.code : undefined;
  if (code === "RELAY-103") return { state: "stopped", error: undefined, isNodeAway: false };
  if (code === "RELAY-101" || isTransient(error))
    return { state: "stopped", error: jobError("nodeAway", { done, total }, error), isNodeAway: true };
  if (isError(error, "INSUFFICIENT_FUNDS")) {
    const funds = await readFunds(signer, BigInt(gasNeeded)).catch(() => ({ balance: 0n, needed: 0n }));
    return { state: "failed", error: cannotPay(signer, funds), isNodeAway: false };
  }
  const known = contractRefusal(error) ?? (error instanceof AnnonaError ? error : undefined);
  return { state: "failed", error: known ?? jobError("unexpected", {}, error), isNodeAway: false };
}

type Counted = Pick<JobRow, "done" | "total" | "transactions" | "gasUsed" | "gasNeeded">;

/** Counts what a job has come to, on top of its earlier runs, and writes it down now and then. */
class Count {
  readonly #store: JobStore;
  readonly #id: string;
  #counted: Counted;
  /** Gas for everything that was missing when the run began. */
  #gas: bigint;
  #missing: number;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(store: JobStore, row: JobRow) {
    const { id, done, total, transactions, gasUsed, gasNeeded } = row;
    this.#store = store;
    this.#id = id;
    this.#counted = { done, total, transactions, gasUsed, gasNeeded };
    this.#gas = BigInt(gasNeeded);
    this.#missing = total - done;
  }

  /** Read from the chain what is missing. @throws OfficeError OFFICE-611 when the relayer cannot pay for it. */
  async begin({ signer }: Workplace, work: Work): Promise<void> {
    const { remaining, gas } = await work.rest();
    this.#gas = gas;
    this.#missing = remaining;
    // Work of which nothing is left may not even know any more how much it was.
    const total = work.total || this.#counted.total;
    this.progress({ done: total - remaining, total });
    if (gas === 0n) return;
    const funds = await readFunds(signer, gas);
    if (funds.balance < funds.needed) throw cannotPay(signer, funds);
  }

  progress({ done, total }: RelayProgress): void {
    const known = total || this.#counted.total;
    const left = BigInt(Math.max(0, known - (total === 0 ? known : done)));
    const gasNeeded = this.#missing === 0 ? 0n : (this.#gas * left) / BigInt(this.#missing);
    this.#counted = {
      ...this.#counted,
      done: known - Number(left),
      total: known,
      gasNeeded: String(gasNeeded),
    };
    this.#writeSoon();
  }

  mined({ gasUsed }: TransactionReceipt): void {
    this.#counted = {
      ...this.#counted,
      transactions: this.#counted.transactions + 1,
      gasUsed: String(BigInt(this.#counted.gasUsed) + gasUsed),
    };
    this.#writeSoon();
  }

  async end(): Promise<Counted> {
    clearTimeout(this.#timer);
    await this.#writing;
    return this.#counted;
  }

  #writeSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#writing = this.#store.note(this.#id, this.#counted);
    }, WRITE_EVERY);
  }
}
