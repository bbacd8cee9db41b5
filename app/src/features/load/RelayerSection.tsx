// SPDX-License-Identifier: Apache-2.0

import { Button, Loader } from "@mantine/core";
import type { Job } from "#sdk/office/index.ts";
import { AppError, ErrorNote } from "../../shared/errors/index.ts";
import { countOf, showCount } from "../../shared/format/index.ts";
import { useOfficer } from "../../shared/ledger/index.ts";
import { useOfficeSession } from "../../shared/office/index.ts";
import { GasAlarm, JobState, useOfficeStatus } from "../../shared/relayer/index.ts";
import { Section } from "../../shared/ui/index.ts";
import classes from "./load.module.css";
import { isUnderWay, type JobChange, type LoadJob } from "./useLoadJob.ts";
import { words } from "./words/index.ts";

const text = words.relayer;

interface RelayerProps {
  readonly loadJob: LoadJob;
}

/** Loading by the office's relayer: the ordinary way, which needs nobody to watch it. */
export function RelayerSection({ loadJob }: RelayerProps) {
  const { state, signIn, isSigningIn } = useOfficeSession();
  const { data: status } = useOfficeStatus(isUnderWay(loadJob.job));
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <div className={classes.body}>
          {status?.relayer ? <GasAlarm relayer={status.relayer} /> : null}
          {state === "none" ? <p>{text.noOffice}</p> : null}
          {state === "unreachable" ? <p>{text.silent}</p> : null}
          {state === "signedOut" ? (
            <div className={classes.row}>
              <p>{text.signedOut}</p>
              <Button variant="default" size="xs" loading={isSigningIn} onClick={signIn}>
                {text.signIn}
              </Button>
            </div>
          ) : null}
          {state === "signedIn" && status?.relayer === null ? <p>{text.noRelayer}</p> : null}
          {state === "signedIn" && status?.relayer !== null ? <JobPart loadJob={loadJob} /> : null}
        </div>
      )}
    </Section>
  );
}

function JobPart({ loadJob: { job, change, error } }: RelayerProps) {
  const officer = useOfficer();
  const mayChange = officer?.has("Preparer") === true || officer?.has("Custodian") === true;
  return (
    <>
      {job === undefined ? null : <JobLine job={job} />}
      {job?.error ? <ErrorNote error={jobError(job.error)} /> : null}
      {mayChange ? (
        <JobButton job={job} change={change} />
      ) : (
        <p className={classes.soft}>{text.notAllowed}</p>
      )}
      {change.error ? <ErrorNote error={change.error} /> : null}
      {error ? <ErrorNote error={error} /> : null}
    </>
  );
}

/** The office's words of an error, as this app shows errors. */
function jobError({ code, message, next }: NonNullable<Job["error"]>): AppError {
  return new AppError({ code, summary: message, next });
}

function JobLine({ job }: { readonly job: Job }) {
  const transactions = countOf(job.transactions, text.transaction);
  return (
    <p className={classes.line}>
      {job.state === "running" ? <Loader size={16} /> : null}
      <JobState state={job.state} />
      {job.transactions > 0 ? (
        <span className={classes.soft}>{text.sent(transactions, showCount(job.gasUsed))}</span>
      ) : null}
    </p>
  );
}

interface JobButtonProps {
  readonly job: Job | undefined;
  readonly change: LoadJob["change"];
}

/** The one thing that can be done with the job now. */
function JobButton({ job, change }: JobButtonProps) {
  const button = (what: JobChange, label: string, isQuiet = false) => (
    <div>
      <Button
        {...(isQuiet ? { variant: "default" } : {})}
        loading={change.isPending}
        onClick={() => change.mutate(what)}
      >
        {label}
      </Button>
    </div>
  );
  switch (job?.state) {
    case undefined:
      return button("start", text.start);
    case "queued":
    case "running":
      return button("pause", text.pause, true);
    case "paused":
      return button("resume", text.resume);
    case "failed":
      return button("start", text.again);
    case "done":
      return null;
  }
}
