// SPDX-License-Identifier: Apache-2.0

import { itemsOf } from "../schemas/common.ts";
import { type Job, type JobState, jobSchema, type NewJob } from "../schemas/jobs.ts";
import type { Line } from "./line.ts";

const jobs = itemsOf(jobSchema);

export interface JobFilter {
  readonly programme?: string;
  readonly cycle?: number;
  readonly state?: JobState;
}

export function jobsClient(line: Line) {
  return {
    /** Have the relayer do something. The same job again is answered with the one there is; if that has ended, it looks at the ledger again. */
    createJob: (job: NewJob): Promise<Job> => line.json("/jobs", jobSchema, { method: "POST", json: job }),

    /** Newest first. */
    listJobs: async ({ programme, cycle, state }: JobFilter = {}): Promise<Job[]> =>
      (await line.json("/jobs", jobs, { query: { programme, cycle, state } })).items,

    readJob: (id: string): Promise<Job> => line.json(`/jobs/${id}`, jobSchema),

    pauseJob: (id: string): Promise<Job> => line.json(`/jobs/${id}/pause`, jobSchema, { method: "POST" }),

    resumeJob: (id: string): Promise<Job> => line.json(`/jobs/${id}/resume`, jobSchema, { method: "POST" }),

    /** Everything that the office keeps, as one file. Administrators only. */
    readBackup: async (): Promise<Uint8Array<ArrayBuffer>> => (await line.bytes("/backup")).value,
  };
}
