// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import type { Amount } from "#sdk/money/index.ts";
import { Loaded } from "../../../shared/desk/index.ts";
import { countOf, showCount, showMoney } from "../../../shared/format/index.ts";
import { NeedsOffice, useOffice } from "../../../shared/office/index.ts";
import { stepBefore } from "../flow/steps.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { Breakdowns } from "../parts/Breakdowns.tsx";
import { Budget } from "../parts/Budget.tsx";
import { Busy } from "../parts/Busy.tsx";
import { Comparison } from "../parts/Comparison.tsx";
import { Figures } from "../parts/Figures.tsx";
import { NamelessRows } from "../parts/NamelessRows.tsx";
import { NextButton } from "../parts/NextButton.tsx";
import { Overlaps } from "../parts/Overlaps.tsx";
import classes from "../parts/parts.module.css";
import { StepFrame } from "../parts/StepFrame.tsx";
import { type DeskCycle, useKnownCycles } from "../plan/useKnownCycles.ts";
import { words } from "../words/index.ts";
import type { CheckedList } from "../worker/ledgerProtocol.ts";
import { cycleBefore, useCheck, useOfficeLists } from "./useCheck.ts";

const text = words.check;

interface CheckStepProps {
  readonly desk: ImportDesk;
  readonly programme: ProgrammeHandle;
}

/** The control sheet, before anything is signed. */
export function CheckStep({ desk, programme }: CheckStepProps) {
  const cycles = useKnownCycles(programme);
  return (
    <StepFrame
      title={text.title}
      hint={text.hint}
      onBack={() => desk.go(stepBefore(desk.state.step))}
      next={<NextButton desk={desk} />}
    >
      <Loaded query={cycles}>{(known) => <Check desk={desk} programme={programme} cycles={known} />}</Loaded>
    </StepFrame>
  );
}

interface CheckProps extends CheckStepProps {
  readonly cycles: readonly DeskCycle[];
}

function Check({ desk, programme, cycles }: CheckProps) {
  const { plan, checked } = desk.state;
  const { me } = useOffice();
  // The plan is there before this step can be reached.
  const lists = useOfficeLists(programme, plan as NonNullable<typeof plan>, cycles);
  // With the office away there is nothing to compare with, and the page says so; the sheet itself does not need it.
  const known = lists.data ?? (lists.isError ? NO_LISTS : undefined);
  useCheck(desk, programme, known);
  if (me === undefined) return <NeedsOffice>{null}</NeedsOffice>;
  if (checked === undefined) return <Busy>{text.working}</Busy>;
  const before = plan && cycleBefore(plan, cycles);
  return (
    <>
      <LeftOut desk={desk} />
      <Sheet desk={desk} checked={checked} />
      <Budget programme={programme} total={checked.sheet.total} cycles={cycles} />
      {lists.isError ? <p className={classes.decision}>{text.officeDown}</p> : null}
      <Comparison comparison={checked.sheet.comparison} cycle={before?.id} currency={programme.currency} />
      <Overlaps overlaps={checked.overlaps} programme={programme} />
      <Breakdowns result={checked.sheet} currency={programme.currency} />
      <NamelessRows desk={desk} count={checked.sheet.households} />
    </>
  );
}

const NO_LISTS = { previous: undefined, own: [] } as const;

function Sheet({ desk, checked: { sheet } }: { readonly desk: ImportDesk; readonly checked: CheckedList }) {
  const { currency } = desk.money;
  const average = sheet.households === 0 ? 0n : sheet.total / BigInt(sheet.households);
  return (
    <Figures
      figures={[
        { label: text.households, value: showCount(sheet.households) },
        { label: text.total, value: showMoney(sheet.total, currency) },
        { label: text.average, value: showMoney(average as Amount, currency) },
      ]}
    />
  );
}

/** Whoever is left out is named in numbers once more before the signature. */
function LeftOut({ desk: { state } }: { readonly desk: ImportDesk }) {
  const rows = state.result?.badRows ?? 0;
  const households = (state.accounts?.households ?? 0) - (state.accounts?.open ?? 0);
  const lines = [
    ...(rows === 0 ? [] : [text.leftOutRows(countOf(rows, words.rows))]),
    ...(households === 0 ? [] : [text.leftOutHouseholds(countOf(households, words.households))]),
  ];
  return (
    <div className={classes.decision} data-good={lines.length === 0 || undefined}>
      <p>
        <span className={classes.strong}>
          {lines.length === 0 ? text.nobodyLeftOut : `${text.leftOutTitle}: `}
        </span>
        {lines.join("; ")}
      </p>
    </div>
  );
}
