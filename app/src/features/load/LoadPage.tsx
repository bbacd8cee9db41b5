// SPDX-License-Identifier: Apache-2.0

import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { cycleStage } from "#sdk/agency/cycleStage.ts";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { CycleFrame } from "../../shared/desk/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { useLedgerTime } from "../../shared/live/index.ts";
import { useOfficeSession } from "../../shared/office/index.ts";
import { BrowserSection } from "./BrowserSection.tsx";
import { canLoad, ProgressSection } from "./ProgressSection.tsx";
import { RelayerSection } from "./RelayerSection.tsx";
import { useLoading } from "./useLoading.ts";
import { isUnderWay, useLoadJob } from "./useLoadJob.ts";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/cycles/$cycle/load");

/** Where an approved list goes onto the ledger, by the office's relayer or from this browser. */
export function LoadPage() {
  return (
    <CycleFrame params={route.useParams()} title={words.title} intro={words.intro}>
      {(programme, number) => <LoadingCycle programme={programme} number={number} />}
    </CycleFrame>
  );
}

interface LoadingCycleProps {
  readonly programme: ProgrammeHandle;
  readonly number: number;
}

function LoadingCycle({ programme, number }: LoadingCycleProps) {
  const loadJob = useLoadJob(programme, number);
  const [isSending, setIsSending] = useState(false);
  const { data: cycle, error, refetch } = useLoading(programme, number, isUnderWay(loadJob.job) || isSending);
  const { state: office } = useOfficeSession();
  const now = useLedgerTime();
  if (cycle === undefined) {
    return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <LoadingRows />;
  }
  const isLoadable = canLoad(cycleStage(cycle, now)) && cycle.chunksLoaded < cycle.chunks;
  return (
    <>
      <ProgressSection programme={programme} cycle={cycle} />
      {isLoadable || isUnderWay(loadJob.job) ? <RelayerSection loadJob={loadJob} /> : null}
      {isLoadable ? (
        <BrowserSection
          programme={programme}
          cycle={cycle}
          isOpen={office === "none" || office === "unreachable"}
          onRunning={setIsSending}
        />
      ) : null}
    </>
  );
}
