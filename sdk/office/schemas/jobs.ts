// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";
import {
  addressSchema,
  countSchema,
  hashSchema,
  hexSchema,
  idSchema,
  numberSchema,
  timeSchema,
} from "./common.ts";

export const jobKindSchema = z.enum(["load", "open", "receipts"]);
export const jobStateSchema = z.enum(["queued", "running", "paused", "done", "failed"]);

/** A batch as its terminal signed it, with the list chunks of the accounts that get refunds. */
export const signedBatchSchema = z.strictObject({
  batch: z.strictObject({
    terminal: addressSchema,
    cycle: numberSchema,
    firstNumber: numberSchema,
    items: hexSchema,
  }),
  signature: hexSchema,
  extracts: z.array(z.strictObject({ chunk: countSchema, payload: hexSchema, proof: z.array(hashSchema) })),
});

export const newJobSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("load"), programme: addressSchema, cycle: numberSchema }),
  z.strictObject({ kind: z.literal("open"), request: idSchema }),
  z.strictObject({
    kind: z.literal("receipts"),
    programme: addressSchema,
    batches: z.array(signedBatchSchema).check(z.minLength(1), z.maxLength(200)),
  }),
]);

const problemSchema = z.object({ code: z.string(), message: z.string(), next: z.string() });

/** What became of a receipt that was sent. */
export const outcomeSchema = z.object({
  terminal: addressSchema,
  number: numberSchema,
  /**
   * recorded: it counts. rejected: its number is used up and it counts nothing. stopped: it does not count yet; send it again later.
   * other: the ledger has another receipt under this number of the terminal.
   */
  outcome: z.enum(["recorded", "rejected", "stopped", "other"]),
  /** Why it was rejected or stopped, in the words of the receipts' catalogue. */
  reason: z.nullable(problemSchema),
});

/** Result of a job of kind "receipts": each receipt of its batches, in their order. */
export const receiptsResultSchema = z.object({ receipts: z.array(outcomeSchema) });

/** Long work of the relayer. It survives a restart of the server, and equal jobs are one job. */
export const jobSchema = z.object({
  id: idSchema,
  kind: jobKindSchema,
  programme: z.nullable(addressSchema),
  cycle: z.nullable(numberSchema),
  /** The custodian request whose accounts it opens. */
  request: z.nullable(idSchema),
  state: jobStateSchema,
  /** Counted on the ledger: chunks, or receipts. */
  done: countSchema,
  total: countSchema,
  transactions: countSchema,
  gasUsed: z.pipe(
    z.string().check(z.regex(/^[0-9]+$/)),
    z.transform((gas: string) => BigInt(gas)),
  ),
  /** What came of it, by kind: of receipts {@link receiptsResultSchema}; null while it is under way. */
  result: z.nullable(z.json()),
  /** Why it failed; of a queued job, what it waits for. */
  error: z.nullable(problemSchema),
  createdBy: addressSchema,
  createdAt: timeSchema,
  updatedAt: timeSchema,
});

export type JobKind = z.output<typeof jobKindSchema>;
export type JobState = z.output<typeof jobStateSchema>;
export type NewJob = z.output<typeof newJobSchema>;
export type Job = z.output<typeof jobSchema>;
export type OutcomeOfReceipt = z.output<typeof outcomeSchema>;
