// SPDX-License-Identifier: Apache-2.0

import { useEffect } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { Loaded } from "../../../shared/desk/index.ts";
import { stepBefore } from "../flow/steps.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { NextButton } from "../parts/NextButton.tsx";
import { PlanForm } from "../parts/PlanForm.tsx";
import { StepFrame } from "../parts/StepFrame.tsx";
import { localDay } from "../plan/days.ts";
import { defaultPlan, type KnownCycle, type PlanChoice, planFaults } from "../plan/plan.ts";
import { useKnownCycles } from "../plan/useKnownCycles.ts";
import { words } from "../words/index.ts";

const text = words.plan;

interface PlanStepProps {
  readonly desk: ImportDesk;
  readonly programme: ProgrammeHandle;
}

/** What the cycle is for and on which days it is good, proposed from the cycle before. */
export function PlanStep({ desk, programme }: PlanStepProps) {
  const cycles = useKnownCycles(programme);
  return (
    <StepFrame
      title={text.title}
      hint={text.hint}
      onBack={() => desk.go(stepBefore(desk.state.step))}
      next={<NextButton desk={desk} />}
    >
      <Loaded query={cycles}>{(known) => <Plan desk={desk} cycles={known} />}</Loaded>
    </StepFrame>
  );
}

function Plan({ desk, cycles }: { readonly desk: ImportDesk; readonly cycles: readonly KnownCycle[] }) {
  const { dispatch, state } = desk;
  const { plan, isPlanFine } = state;
  const today = localDay(new Date());
  const decide = (next: PlanChoice) =>
    dispatch({ type: "planned", plan: next, isFine: Object.keys(planFaults(next, today)).length === 0 });
  const shown = plan ?? defaultPlan("Regular", cycles, today);
  const isFine = Object.keys(planFaults(shown, today)).length === 0;
  // A proposal counts as the plan, and one of a draft is looked over again: days have passed.
  const isNews = plan === undefined || isFine !== isPlanFine;
  useEffect(() => {
    if (isNews) dispatch({ type: "planned", plan: shown, isFine });
  }, [isNews, shown, isFine, dispatch]);
  return <PlanForm plan={shown} cycles={cycles} today={today} onChange={decide} />;
}
