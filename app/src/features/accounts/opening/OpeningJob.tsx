// SPDX-License-Identifier: Apache-2.0

import { Button, Progress } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { AnnonaError } from "#sdk/errors/index.ts";
import type { CustodianRequest, Job } from "#sdk/office/index.ts";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { shareOf, showCount } from "../../../shared/format/index.ts";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import classes from "../accounts.module.css";
import { words } from "../words/index.ts";

const text = words.opening;
const POLL_MS = 1_000;

/** The relayer at work: its progress is what the ledger has. Leaving and coming back changes nothing. */
export function OpeningJob({ request }: { readonly request: CustodianRequest }) {
  const { client } = useOffice();
  const queryClient = useQueryClient();
  const { data: job, error } = useQuery({
    queryKey: [OFFICE_KEY, "opening-job", request.id],
    queryFn: async () => (await client.listJobs()).find((one) => one.request === request.id) ?? null,
    refetchInterval: POLL_MS,
  });
  const refresh = () => queryClient.invalidateQueries({ queryKey: [OFFICE_KEY] });
  const pushing = useMutation({
    mutationFn: () => client.createJob({ kind: "open", request: request.id }),
    onSettled: refresh,
  });
  const pausing = useMutation({ mutationFn: (id: string) => client.pauseJob(id), onSettled: refresh });
  if (error) return <ErrorNote error={error} />;
  const isUnderWay = job?.state === "queued" || job?.state === "running";
  return (
    <>
      {job ? <JobProgress job={job} /> : <p className={classes.soft}>{text.resumeHint}</p>}
      <div className={classes.actions}>
        {isUnderWay ? (
          <Button variant="default" loading={pausing.isPending} onClick={() => pausing.mutate(job.id)}>
            {text.pause}
          </Button>
        ) : (
          <Button loading={pushing.isPending} onClick={() => pushing.mutate()}>
            {job ? text.resume : text.push}
          </Button>
        )}
      </div>
      {pushing.isError ? <ErrorNote error={pushing.error} /> : null}
    </>
  );
}

function JobProgress({ job }: { readonly job: Job }) {
  const { done, total, state, error } = job;
  const share = total === 0 ? 0 : shareOf(BigInt(done), BigInt(total));
  return (
    <div className={classes.stack}>
      <p role="status">{state === "paused" ? text.paused : text.pushing}</p>
      <Progress value={share * 100} aria-label={text.pushing} />
      <p className={classes.soft}>{text.progress(showCount(done), showCount(total))}</p>
      {error === null ? null : (
        <ErrorNote error={new AnnonaError({ code: error.code, summary: error.message, next: error.next })} />
      )}
    </div>
  );
}
