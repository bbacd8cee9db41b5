// SPDX-License-Identifier: Apache-2.0

import { getRouteApi } from "@tanstack/react-router";
import type { CycleDetail, ProgrammeHandle } from "#sdk/agency/index.ts";
import { ActList } from "../../shared/acts/index.ts";
import { useCycleDetail } from "../../shared/cycles/index.ts";
import { DeskFrame } from "../../shared/desk/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { words as shared } from "../../shared/words/index.ts";
import { ChangeSection } from "./ChangeSection.tsx";
import { CycleTermsSection } from "./CycleTermsSection.tsx";
import { StepSection } from "./StepSection.tsx";
import { TimelineSection } from "./TimelineSection.tsx";

const route = getRouteApi("/console/programmes/$address/cycles/$cycle");

/** One cycle: its next step, what waits about it, its life so far, its terms, and how it can be changed. */
export function CycleDeskPage() {
  const { address, cycle } = route.useParams();
  const number = Number(cycle);
  return (
    <DeskFrame address={address} title={shared.cycles.cycle(number)}>
      {(programme) => <CycleReader programme={programme} number={number} />}
    </DeskFrame>
  );
}

interface CycleReaderProps {
  readonly programme: ProgrammeHandle;
  readonly number: number;
}

function CycleReader({ programme, number }: CycleReaderProps) {
  const { data, error, refetch } = useCycleDetail(programme, number);
  if (data !== undefined) return <CycleDesk programme={programme} cycle={data} />;
  return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <LoadingRows />;
}

interface CycleDeskProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: CycleDetail;
}

function CycleDesk({ programme, cycle }: CycleDeskProps) {
  return (
    <>
      <StepSection programme={programme} cycle={cycle} />
      <ActList programme={programme} cycle={cycle.cycle} hidesEmpty />
      <TimelineSection programme={programme} cycle={cycle} />
      <CycleTermsSection programme={programme} cycle={cycle} />
      <ChangeSection programme={programme} cycle={cycle} />
    </>
  );
}
