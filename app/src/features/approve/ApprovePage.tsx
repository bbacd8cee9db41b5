// SPDX-License-Identifier: Apache-2.0

import { getRouteApi } from "@tanstack/react-router";
import type { CycleDetail, ProgrammeHandle } from "#sdk/agency/index.ts";
import { useCycleDetail } from "../../shared/cycles/index.ts";
import { CycleFrame } from "../../shared/desk/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { CheckSection } from "./CheckSection.tsx";
import { DecideSection } from "./DecideSection.tsx";
import { ListSection } from "./ListSection.tsx";
import { SheetSection } from "./SheetSection.tsx";
import { SourceSection } from "./SourceSection.tsx";
import { TermsSection } from "./TermsSection.tsx";
import { useCheck } from "./useCheck.ts";
import { useSource } from "./useSource.ts";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/cycles/$cycle/approve");

/** Where an approver works a prepared list out anew on their own machine, and decides. */
export function ApprovePage() {
  return (
    <CycleFrame params={route.useParams()} title={words.title} intro={words.intro}>
      {(programme, number) => <NumberedCycle programme={programme} number={number} />}
    </CycleFrame>
  );
}

interface NumberedCycleProps {
  readonly programme: ProgrammeHandle;
  readonly number: number;
}

function NumberedCycle({ programme, number }: NumberedCycleProps) {
  const { data: cycle, error, refetch } = useCycleDetail(programme, number);
  if (cycle !== undefined) return <CheckedCycle programme={programme} cycle={cycle} />;
  return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <LoadingRows />;
}

interface CheckedCycleProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: CycleDetail;
}

function CheckedCycle({ programme, cycle }: CheckedCycleProps) {
  const source = useSource(programme, cycle.cycle);
  const check = useCheck(programme, cycle, source);
  const { currency } = programme;
  const verdict = check.data;
  return (
    <>
      <TermsSection programme={programme} cycle={cycle} />
      {verdict === undefined ? (
        <>
          <SourceSection source={source} isChecking={check.isFetching} />
          {check.error ? <ErrorNote error={check.error} /> : null}
        </>
      ) : (
        <>
          <CheckSection verdict={verdict} currency={currency} />
          {/* A list that differs may just be the wrong file. */}
          {verdict.agrees ? null : <SourceSection source={source} isChecking={check.isFetching} />}
          <SheetSection
            sheet={verdict.checked.sheet}
            comparedWith={verdict.checked.comparedWith}
            currency={currency}
          />
        </>
      )}
      <DecideSection programme={programme} cycle={cycle} verdict={verdict} />
      {verdict === undefined ? null : <ListSection columns={verdict.checked.columns} currency={currency} />}
    </>
  );
}
