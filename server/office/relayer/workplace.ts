// SPDX-License-Identifier: Apache-2.0

import type { Wallet } from "ethers";
import type { z } from "zod/mini";
import type { Suite } from "#sdk/agency/suite.ts";
import type { newJobSchema } from "#sdk/office/schemas/jobs.ts";
import type { RelayOptions, Rest } from "#sdk/relay/index.ts";
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
