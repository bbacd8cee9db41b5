// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Job, NewJob, OfficeClient, RelayerStatus } from "#sdk/office/index.ts";
import { config } from "../../shared/config/index.ts";
import { ErrorNote, translated } from "../../shared/errors/index.ts";
import { countOf, showCoin, showCount, showMoment } from "../../shared/format/index.ts";
import { useOfficer } from "../../shared/ledger/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { OFFICE_KEY, useOffice } from "../../shared/office/index.ts";
import { GasAlarm, JobState, useOfficeStatus } from "../../shared/relayer/index.ts";
import { type Column, DataTable, Empty, FactGrid, HexValue, Section } from "../../shared/ui/index.ts";
import classes from "./officeDesk.module.css";
import { words } from "./words/index.ts";

const text = words.relayer;
const POLL_MS = 5_000;
/** Jobs that are shown, newest first. */
const MOST_SHOWN = 20;

/** Who pays the fees of long work, whether there is money for them, and the work itself. */
export function RelayerSection() {
  const { data, error, refetch } = useOfficeStatus(true);
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <>
          {data === undefined && !error ? <LoadingRows /> : null}
          {error ? (
            <div className={classes.inset}>
              <ErrorNote error={error} onRetry={() => void refetch()} />
            </div>
          ) : null}
          {data?.relayer === null ? <Empty title={text.none}>{text.noneHint}</Empty> : null}
          {data?.relayer ? <RelayerFacts relayer={data.relayer} /> : null}
          {data?.relayer ? <JobsTable labelledBy={headingId} /> : null}
        </>
      )}
    </Section>
  );
}

function RelayerFacts({ relayer }: { readonly relayer: RelayerStatus }) {
  const { currencySymbol = "" } = config().chain;
  const coin = (wei: bigint | null) => (wei === null ? text.notKnown : showCoin(wei, currencySymbol));
  return (
    <div className={classes.body}>
      <GasAlarm relayer={relayer} />
      <FactGrid
        look="line"
        isInset
        facts={[
          [text.address, <HexValue key="address" value={relayer.address} what={text.theAddress} />],
          [text.balance, coin(relayer.balance)],
          [text.needed, coin(relayer.needed)],
        ]}
      />
    </div>
  );
}

function JobsTable({ labelledBy }: { readonly labelledBy: string }) {
  const { client } = useOffice();
  const { data } = useQuery({
    queryKey: [OFFICE_KEY, "jobs"],
    queryFn: () => client.listJobs(),
    refetchInterval: POLL_MS,
  });
  if (data === undefined) return <LoadingRows />;
  if (data.length === 0) return <Empty title={text.noJobs}>{text.noJobsHint}</Empty>;
  return (
    <DataTable
      labelledBy={labelledBy}
      columns={columns}
      rows={data.slice(0, MOST_SHOWN)}
      rowKey={({ id }) => id}
      cardsBelow={60}
    />
  );
}

const columns: readonly [Column<Job>, ...Column<Job>[]] = [
  { key: "job", header: text.columns.job, cell: nameOfJob },
  {
    key: "state",
    header: text.columns.state,
    canWrap: true,
    isWide: true,
    cell: ({ state, error }) => (
      <>
        <JobState state={state} />
        {error === null ? null : <JobFault error={error} />}
      </>
    ),
  },
  {
    key: "progress",
    header: text.columns.progress,
    isFigure: true,
    cell: ({ done, total }) => text.progress(showCount(done), showCount(total)),
  },
  {
    key: "sent",
    header: text.columns.sent,
    isFigure: true,
    cell: ({ transactions }) => countOf(transactions, text.sent),
  },
  { key: "when", header: text.columns.when, cell: ({ updatedAt }) => showMoment(updatedAt) },
  { key: "step", header: text.columns.step, isStep: true, cell: (job) => <JobStep job={job} /> },
];

function JobFault({ error: { code, message, next } }: { readonly error: NonNullable<Job["error"]> }) {
  const said = translated({ code, summary: message, next });
  return (
    <p className={classes.soft}>
      {said.summary} {said.next} ({code})
    </p>
  );
}

function nameOfJob({ kind, cycle }: Job): string {
  return kind === "load" && cycle !== null ? text.loadOf(cycle) : text.kinds[kind];
}

type Step = "pause" | "resume" | "again";

function JobStep({ job }: { readonly job: Job }) {
  const { client } = useOffice();
  const officer = useOfficer();
  const queryClient = useQueryClient();
  const stepping = useMutation({
    mutationFn: (step: Step) => take(client, job, step),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [OFFICE_KEY, "jobs"] }),
  });
  const step = stepOf(job);
  const mayStep = officer?.has("Preparer") === true || officer?.has("Custodian") === true;
  if (step === undefined || !mayStep) return "–";
  return (
    <Button
      size="xs"
      variant="default"
      loading={stepping.isPending}
      aria-label={text.stepOf(text[step], nameOfJob(job))}
      onClick={() => stepping.mutate(step)}
    >
      {text[step]}
    </Button>
  );
}

function stepOf(job: Job): Step | undefined {
  if (job.state === "queued" || job.state === "running") return "pause";
  if (job.state === "paused") return "resume";
  return job.state === "failed" && sameAgain(job) !== undefined ? "again" : undefined;
}

function take(client: OfficeClient, job: Job, step: Step): Promise<Job> {
  const again = sameAgain(job);
  if (step === "pause") return client.pauseJob(job.id);
  return step === "again" && again !== undefined ? client.createJob(again) : client.resumeJob(job.id);
}

/** The job as it was asked for; undefined for receipts, whose batches only their terminal has. */
function sameAgain({ kind, programme, cycle, request }: Job): NewJob | undefined {
  if (kind === "load" && programme !== null && cycle !== null) return { kind, programme, cycle };
  return kind === "open" && request !== null ? { kind, request } : undefined;
}
