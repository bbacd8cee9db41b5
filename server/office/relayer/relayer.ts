// SPDX-License-Identifier: Apache-2.0

import { getAddress, Wallet } from "ethers";
import type { Kysely } from "kysely";
import type { Suite } from "#sdk/agency/suite.ts";
import { AnnonaError } from "#sdk/errors/index.ts";
import { OfficeError } from "#sdk/office/OfficeError.ts";
import { isTransient } from "#sdk/relay/connection.ts";
import type { RelayOptions } from "#sdk/relay/index.ts";
import { jobError } from "./errors.ts";
import { type Funds, inCoin, readFunds } from "./funds.ts";
import { type JobFilter, JobStore, type JobView, URGENCY, viewOf } from "./jobStore.ts";
import { type Ending, runJob } from "./runJob.ts";
import type { JobSources } from "./sources.ts";
import type { JobRow, JobTables } from "./tables.ts";
import { workOf } from "./work.ts";
import type { JobRequest, Workplace } from "./workplace.ts";

export interface RelayerOptions {
  readonly db: Kysely<JobTables>;
  readonly suite: Suite;
  /** Private key that pays for the transactions. Nobody else may send with it. */
  readonly key: string;
  readonly organisation: number;
  readonly sources: JobSources;
  /** Gets codes, counts and amounts; never anything else. */
  readonly log: (line: string) => void;
  /** Milliseconds between looks for a receipt. Default 1,000. */
  readonly pollInterval?: number;
  /** How long to leave a node alone that does not answer (milliseconds). Default 15,000. */
  readonly retryAfter?: number;
  /** Passed on to the relay; for tests. */
  readonly relay?: Pick<RelayOptions, "inFlight" | "patience">;
}

/** The relayer as the office's status shows it; amounts are wei as decimal strings. */
export interface RelayerView {
  readonly address: string;
  readonly balance: string | null;
  readonly needed: string | null;
  readonly isLow: boolean;
  readonly jobs: number;
}

interface Running {
  readonly id: string;
  readonly kind: string;
  readonly stopping: AbortController;
}

/** A status that is asked for by anyone must not become a load on the node. */
const FUNDS_LIFETIME = 5_000;

/**
 * The office's relayer: jobs in SQL, done one after another with one key. It can be ended at any moment; what got through is on the
 * chain, and the next start goes on from there.
 */
export class Relayer {
  readonly #options: RelayerOptions;
  readonly #store: JobStore;
  readonly #place: Workplace;
  readonly #ended = new AbortController();
  #loop: Promise<void> | undefined;
  #wake: () => void = () => undefined;
  #running: Running | undefined;
  #wasLow = false;
  #funds: { value: Promise<Funds>; readAt: number } | undefined;

  private constructor(options: RelayerOptions) {
    const { db, suite, key, organisation, sources } = options;
    this.#options = options;
    this.#store = new JobStore(db);
    this.#place = { suite, organisation, sources, signer: new Wallet(key, suite.provider) };
  }

  /** Take up the jobs that an earlier process left and wait for new ones. The tables are there ({@link createJobTables}). */
  static async start(options: RelayerOptions): Promise<Relayer> {
    const relayer = new Relayer(options);
    await relayer.#store.recover();
    relayer.#loop = relayer.#work();
    return relayer;
  }

  get address(): string {
    return this.#place.signer.address;
  }

  /**
   * Queue a job. Equal jobs are one job; one that has ended is queued again and looks at the chain anew.
   * @param createdBy Address of whoever asked.
   * @throws OfficeError OFFICE-603 to OFFICE-610 when it cannot be done as it stands, OFFICE-614 when the node does not answer.
   */
  async submit(asked: JobRequest, createdBy: string): Promise<JobView> {
    const request = normalised(asked);
    const { total, gas } = await this.#sizeOf(request);
    const row = await this.#store.add(request, createdBy, { total, gas });
    this.#funds = undefined;
    this.#hurry(row.kind);
    return viewOf(row);
  }

  /** @throws OfficeError OFFICE-602. */
  async get(id: string): Promise<JobView> {
    return viewOf(await this.#row(id));
  }

  /** Newest first. */
  async list(filter: JobFilter): Promise<JobView[]> {
    const programme = filter.programme === undefined ? undefined : checksummed(filter.programme);
    return (await this.#store.list({ ...filter, programme })).map(viewOf);
  }

  /** Stop a job after the transactions that are on their way. One that has ended stays as it is. @throws OfficeError OFFICE-602. */
  async pause(id: string): Promise<JobView> {
    await this.#row(id);
    await this.#store.change(id, ["queued", "running"], { state: "paused" });
    if (this.#running?.id === id) this.#running.stopping.abort();
    return await this.get(id);
  }

  /** Go on with a job that was paused or has failed. @throws OfficeError OFFICE-602. */
  async resume(id: string): Promise<JobView> {
    const { kind } = await this.#row(id);
    await this.#store.change(id, ["paused", "failed"], { state: "queued", error: null });
    this.#hurry(kind);
    return await this.get(id);
  }

  /** How the relayer is. */
  async status(): Promise<RelayerView> {
    const { jobs } = await this.#store.outlook();
    const funds = await this.#readFunds().catch(() => undefined);
    return {
      address: this.address,
      balance: funds === undefined ? null : String(funds.balance),
      needed: funds === undefined ? null : String(funds.needed),
      isLow: funds?.isLow ?? false,
      jobs,
    };
  }

  /** Stop after the transactions that are on their way. Jobs stay as they are for the next start. */
  async stop(): Promise<void> {
    this.#ended.abort();
    this.#running?.stopping.abort();
    this.#wake();
    await this.#loop;
  }

  async #row(id: string): Promise<JobRow> {
    const row = await this.#store.get(id);
    if (row === undefined) throw jobError("noSuchJob");
    return row;
  }

  /** Begin at once, in front of less urgent work. */
  #hurry(kind: string): void {
    const running = this.#running;
    if (running !== undefined && URGENCY.indexOf(kind) < URGENCY.indexOf(running.kind))
      running.stopping.abort();
    this.#wake();
  }

  async #sizeOf(request: JobRequest): Promise<{ total: number; gas: bigint }> {
    try {
      const work = await workOf(this.#place, request);
      return { total: work.total, gas: (await work.rest()).gas };
    } catch (error) {
      if (isTransient(error)) throw jobError("notTaken", {}, error);
      throw error instanceof AnnonaError && !(error instanceof OfficeError) ? refusedBy(error) : error;
    }
  }

  async #work(): Promise<void> {
    while (!this.#ended.signal.aborted) {
      const wait = await this.#workOnce().catch((error: unknown) => {
        this.#options.log(`relayer: the queue cannot be read (${error instanceof Error ? error.name : "?"})`);
        return this.#retryAfter;
      });
      if (wait > 0) await this.#sleep(wait);
    }
  }

  /** Do the next job. @returns milliseconds to wait before the one after it. */
  async #workOnce(): Promise<number> {
    const woken = this.#listen();
    const row = await this.#store.next();
    if (row === undefined) {
      await woken;
      return 0;
    }
    if (this.#ended.signal.aborted) return 0;
    const running: Running = { id: row.id, kind: row.kind, stopping: new AbortController() };
    this.#running = running;
    try {
      if (!(await this.#store.change(row.id, ["queued"], { state: "running", error: null }))) return 0;
      await this.#watchFunds();
      const ending = await runJob(this.#store, this.#place, row, {
        ...this.#options.relay,
        pollInterval: this.#options.pollInterval ?? 1_000,
        signal: running.stopping.signal,
      });
      return await this.#close(row.id, ending);
    } finally {
      this.#running = undefined;
      this.#funds = undefined;
    }
  }

  /** Write down how a run ended. @returns milliseconds to wait. */
  async #close(id: string, { state, facts, error, isNodeAway }: Ending): Promise<number> {
    if (state === "done") this.#options.log("relayer: a job is done");
    else if (error !== undefined) this.#options.log(`relayer: a job stopped, ${error.code}`);
    if (state === "done") {
      await this.#store.change(id, ["running", "paused", "queued"], { ...facts, state, error: null });
    } else {
      await this.#store.note(id, facts);
      // A job that was paused meanwhile stays so.
      await this.#store.change(id, ["running"], {
        state: state === "stopped" ? "queued" : state,
        error: error === undefined ? null : problemText(error),
      });
    }
    return isNodeAway ? this.#retryAfter : 0;
  }

  get #retryAfter(): number {
    return this.#options.retryAfter ?? 15_000;
  }

  #readFunds(): Promise<Funds> {
    if (this.#funds === undefined || Date.now() - this.#funds.readAt > FUNDS_LIFETIME) {
      const value = this.#store.outlook().then(({ gas }) => readFunds(this.#place.signer, gas));
      this.#funds = { value, readAt: Date.now() };
    }
    return this.#funds.value;
  }

  /** Say once when the balance becomes low, and once when it is not any more. */
  async #watchFunds(): Promise<void> {
    this.#funds = undefined;
    const funds = await this.#readFunds().catch(() => undefined);
    if (funds === undefined || funds.isLow === this.#wasLow) return;
    this.#wasLow = funds.isLow;
    const { balance, needed } = funds;
    this.#options.log(
      funds.isLow
        ? `relayer: LOW BALANCE, has ${inCoin(balance)}, the jobs need about ${inCoin(needed)}`
        : `relayer: the balance is good again, ${inCoin(balance)}`,
    );
  }

  #listen(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (this.#ended.signal.aborted) resolve();
    });
  }

  async #sleep(milliseconds: number): Promise<void> {
    const timer = setTimeout(() => this.#wake(), milliseconds);
    await this.#listen();
    clearTimeout(timer);
  }
}

/** Equal requests are equal texts, however their addresses were written. */
function normalised(request: JobRequest): JobRequest {
  if (request.kind === "open") return request;
  const programme = checksummed(request.programme);
  if (request.kind === "load") return { ...request, programme };
  const batches = request.batches.map((one) => ({
    ...one,
    batch: { ...one.batch, terminal: checksummed(one.batch.terminal) },
  }));
  return { ...request, programme, batches };
}

function checksummed(address: string): string {
  return getAddress(address.toLowerCase());
}

/** A refusal of the domain's own, as an answer of the office. */
function refusedBy({ code, summary, next }: AnnonaError): OfficeError {
  return new OfficeError({ code, summary, next, status: 409 });
}

/** An error as the job's row keeps it. */
function problemText({ code, summary, next }: AnnonaError): string {
  return JSON.stringify({ code, message: summary, next });
}
