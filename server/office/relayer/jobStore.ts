// SPDX-License-Identifier: Apache-2.0

import { createHash, randomUUID } from "node:crypto";
import type { Kysely, Updateable } from "kysely";
import type { z } from "zod/mini";
import { type JobState, type jobSchema, newJobSchema } from "#sdk/office/schemas/jobs.ts";
import type { JobRow, JobTables } from "./tables.ts";
import type { JobRequest } from "./workplace.ts";

/** A job as the office answers with it. */
export type JobView = z.input<typeof jobSchema>;

export interface JobFilter {
  readonly programme?: string | undefined;
  readonly cycle?: number | undefined;
  readonly state?: JobState | undefined;
}

/** Most jobs in one answer. */
const MOST_LISTED = 200;

/** Kinds by urgency: a shop waits at its terminal for receipts. */
export const URGENCY: readonly string[] = ["receipts", "open", "load"];

/** Code of the refusal for want of coin. */
const CANNOT_PAY = "OFFICE-611";

/** The jobs in SQL. */
export class JobStore {
  readonly #db: Kysely<JobTables>;

  constructor(db: Kysely<JobTables>) {
    this.#db = db;
  }

  /** Keep a job. One that is equal to a job that there is, is that job; if it had ended, it is queued again. */
  async add(request: JobRequest, createdBy: string, facts: { total: number; gas: bigint }): Promise<JobRow> {
    return await this.#db.transaction().execute(async (db) => {
      const identity = identityOf(request);
      const change = {
        payload: JSON.stringify(request),
        total: facts.total,
        gasNeeded: String(facts.gas),
        updatedAt: now(),
      };
      let known = await equalJob(db, identity);
      if (known === undefined) {
        const row = { ...newRow(request, identity, createdBy, await nextPlace(db)), ...change };
        const { numInsertedOrUpdatedRows } = await db
          .insertInto("jobs")
          .values(row)
          .onConflict((conflict) => conflict.column("identity").doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows) return row;
        // Somebody else asked for the same at the same moment.
        known = await equalJob(db, identity);
        if (known === undefined) throw new Error("A job that was there a moment ago is gone.");
      }
      if (known.state !== "done" && known.state !== "failed") return known;
      // Of what is done already, nothing may be left to count.
      const total = facts.total || known.total;
      const again = { ...change, total, state: "queued", error: null, place: await nextPlace(db) };
      await db.updateTable("jobs").set(again).where("id", "=", known.id).execute();
      return { ...known, ...again };
    });
  }

  async get(id: string): Promise<JobRow | undefined> {
    return await this.#db.selectFrom("jobs").selectAll().where("id", "=", id).executeTakeFirst();
  }

  /** Newest first. */
  async list({ programme, cycle, state }: JobFilter): Promise<JobRow[]> {
    let query = this.#db.selectFrom("jobs").selectAll().orderBy("place", "desc").limit(MOST_LISTED);
    if (programme !== undefined) query = query.where("programme", "=", programme);
    if (cycle !== undefined) query = query.where("cycle", "=", cycle);
    if (state !== undefined) query = query.where("state", "=", state);
    return await query.execute();
  }

  /** Jobs that are queued, the most urgent first, then the oldest. */
  async next(): Promise<JobRow | undefined> {
    const queued = await this.#db
      .selectFrom("jobs")
      .select(["id", "kind"])
      .where("state", "=", "queued")
      .orderBy("place")
      .execute();
    const [first] = queued.toSorted((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind));
    return first === undefined ? undefined : await this.get(first.id);
  }

  /** Change a job, if it is in one of the states named. @returns whether it was. */
  async change(
    id: string,
    from: readonly JobState[],
    change: Updateable<JobTables["jobs"]>,
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable("jobs")
      .set({ ...change, updatedAt: now() })
      .where("id", "=", id)
      .where("state", "in", from)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Note how far a job is, in whichever state. */
  async note(id: string, counted: Updateable<JobTables["jobs"]>): Promise<void> {
    await this.#db
      .updateTable("jobs")
      .set({ ...counted, updatedAt: now() })
      .where("id", "=", id)
      .execute();
  }

  /** Jobs that were running when the process ended are queued again. */
  async recover(): Promise<void> {
    await this.#db.updateTable("jobs").set({ state: "queued" }).where("state", "=", "running").execute();
  }

  /** Gas that the jobs which are not done may need, those that failed for want of it included, and how many are queued or running. */
  async outlook(): Promise<{ gas: bigint; jobs: number }> {
    const rows = await this.#db
      .selectFrom("jobs")
      .select(["state", "gasNeeded", "error"])
      .where("state", "!=", "done")
      .execute();
    const waiting = rows.filter(({ state, error }) => state !== "failed" || error?.includes(CANNOT_PAY));
    const active = rows.filter(({ state }) => state === "queued" || state === "running");
    return { gas: waiting.reduce((sum, row) => sum + BigInt(row.gasNeeded), 0n), jobs: active.length };
  }
}

/** What is to be done, as it was asked for. */
export function requestOf(row: JobRow): JobRequest {
  return newJobSchema.parse(JSON.parse(row.payload));
}

export function viewOf(row: JobRow): JobView {
  return {
    id: row.id,
    kind: row.kind as JobView["kind"],
    programme: row.programme,
    cycle: row.cycle,
    request: row.request,
    state: row.state as JobState,
    done: row.done,
    total: row.total,
    transactions: row.transactions,
    gasUsed: row.gasUsed,
    result: row.result === null ? null : (JSON.parse(row.result) as JobView["result"]),
    error: row.error === null ? null : (JSON.parse(row.error) as JobView["error"]),
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** Signatures and proofs say nothing about what is to be done: a batch that was signed twice is one batch. */
function identityOf(request: JobRequest): string {
  const what =
    request.kind === "receipts"
      ? [request.kind, request.programme, request.batches.map(({ batch }) => batch)]
      : request;
  return createHash("sha256").update(JSON.stringify(what).toLowerCase()).digest("hex");
}

type NewRow = Omit<JobRow, "payload" | "total" | "gasNeeded" | "updatedAt">;

function newRow(request: JobRequest, identity: string, createdBy: string, place: number): NewRow {
  return {
    id: randomUUID(),
    identity,
    kind: request.kind,
    programme: request.kind === "open" ? null : request.programme,
    cycle: request.kind === "load" ? request.cycle : null,
    request: request.kind === "open" ? request.request : null,
    state: "queued",
    done: 0,
    transactions: 0,
    gasUsed: "0",
    result: null,
    error: null,
    createdBy,
    createdAt: now(),
    place,
  };
}

async function equalJob(db: Kysely<JobTables>, identity: string): Promise<JobRow | undefined> {
  return await db.selectFrom("jobs").selectAll().where("identity", "=", identity).executeTakeFirst();
}

async function nextPlace(db: Kysely<JobTables>): Promise<number> {
  const { last } = await db
    .selectFrom("jobs")
    .select(({ fn }) => fn.max("place").as("last"))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

function now(): number {
  return Math.floor(Date.now() / 1_000);
}
