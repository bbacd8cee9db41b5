// SPDX-License-Identifier: Apache-2.0

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import type { Job } from "#sdk/office/index.ts";
import { OFFICE_KEY, useOffice } from "../../shared/office/index.ts";

/** While the relayer works on it, and while nothing is under way. */
const EAGER_MS = 1_500;
const CALM_MS = 15_000;

export type JobChange = "start" | "pause" | "resume";

export type LoadJob = ReturnType<typeof useLoadJob>;

/** Whether the relayer has a job in hand. */
export function isUnderWay(job: Job | undefined): boolean {
  return job?.state === "queued" || job?.state === "running";
}

/** The latest job by which the office's relayer loads this cycle, and what can be done with it. */
export function useLoadJob({ address }: ProgrammeHandle, cycle: number) {
  const { client, state } = useOffice();
  const queryClient = useQueryClient();
  const queryKey = [OFFICE_KEY, "load-job", address, cycle];
  const { data, error } = useQuery<Job | null>({
    queryKey,
    queryFn: async () => {
      const jobs = await client.listJobs({ programme: address, cycle });
      return jobs.find(({ kind }) => kind === "load") ?? null;
    },
    enabled: state === "signedIn",
    refetchInterval: (query) => (isUnderWay(query.state.data ?? undefined) ? EAGER_MS : CALM_MS),
  });
  const job = data ?? undefined;
  const change = useMutation({
    mutationFn: (what: JobChange) => {
      if (what === "start" || job === undefined)
        return client.createJob({ kind: "load", programme: address, cycle });
      return what === "pause" ? client.pauseJob(job.id) : client.resumeJob(job.id);
    },
    onSuccess: (changed) => queryClient.setQueryData(queryKey, changed),
  });
  return { job, error, change };
}
