// SPDX-License-Identifier: Apache-2.0

import type { Wallet } from "ethers";
import type { z } from "zod/mini";
import { readProgramme, type Suite } from "#sdk/agency/suite.ts";
import type { newJobSchema } from "#sdk/office/schemas/jobs.ts";
import type { RelayOptions, Rest } from "#sdk/relay/index.ts";
import { jobError } from "./errors.ts";
import { loadWork } from "./loadWork.ts";
import { openWork } from "./openWork.ts";
import { receiptsWork } from "./receiptsWork.ts";
import type { JobSources } from "./sources.ts";

export type JobRequest = z.output<typeof newJobSchema>;

/** Where jobs are done: the chain, the relayer's key, the organisation and what the office keeps. */
export interface Workplace {
  readonly suite: Suite;
  readonly signer: Wallet;
  readonly organisation: number;
  readonly sources: JobSources;
}

/** A job that is ready to be done. All that it says of itself is read from the chain. */
export interface Work {
  readonly total: number;
  /** What is missing now. */
  rest(): Promise<Rest>;
  /** Do it. @returns what came of it, as JSON. @throws what the relay of sdk/relay throws. */
  run(options: RelayOptions): Promise<JobResult>;
}

export type JobResult = Readonly<Record<string, unknown>>;

/**
 * Get a job ready.
 * @throws OfficeError OFFICE-603 to OFFICE-610 when it cannot be done as it stands.
 */
export async function workOf(place: Workplace, request: JobRequest): Promise<Work> {
  if (request.kind === "open") return await openWork(place, request.request);
  await requireOwn(place, request.programme);
  return request.kind === "load"
    ? await loadWork(place, request.programme, request.cycle)
    : receiptsWork(place, request.programme, request.batches);
}

/** The relayer's money is the organisation's: it is spent on its own programmes only. */
async function requireOwn({ suite, organisation }: Workplace, programme: string): Promise<void> {
  const isOwn =
    (await suite.factory.isProgramme(programme)) &&
    (await readProgramme(suite, programme)).organisation === organisation;
  if (!isOwn) throw jobError("otherProgramme");
}
