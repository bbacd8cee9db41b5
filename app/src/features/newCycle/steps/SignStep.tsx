// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { ActButton, ActStatus } from "../../../shared/act/index.ts";
import { LEDGER_KEY } from "../../../shared/api/index.ts";
import { Loaded } from "../../../shared/desk/index.ts";
import { countOf, showCount, showMoney } from "../../../shared/format/index.ts";
import { UnlockHouseholds, useHouseholdKey } from "../../../shared/households/index.ts";
import { NeedsOffice } from "../../../shared/office/index.ts";
import { ButtonLink, Section } from "../../../shared/ui/index.ts";
import type { DraftDesk } from "../draft/useDraft.ts";
import { stepBefore } from "../flow/steps.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { Busy } from "../parts/Busy.tsx";
import classes from "../parts/check.module.css";
import partClasses from "../parts/parts.module.css";
import { SignFacts } from "../parts/SignFacts.tsx";
import { StepFrame } from "../parts/StepFrame.tsx";
import { type DeskCycle, useKnownCycles } from "../plan/useKnownCycles.ts";
import { words } from "../words/index.ts";
import { useOfficeLists } from "./useCheck.ts";
import { type Storing, useSigning } from "./useSigning.ts";

const text = words.sign;

interface SignStepProps {
  readonly desk: ImportDesk;
  readonly programme: ProgrammeHandle;
  readonly draft: DraftDesk;
}

/** What is about to be signed, and the one signature; then where it goes from here. */
export function SignStep({ desk, programme, draft }: SignStepProps) {
  const { preparedCycle } = desk.state;
  const cycles = useKnownCycles(programme);
  const next = useQuery({
    queryKey: [LEDGER_KEY, "next-cycle", programme.address],
    queryFn: async () => Number(await programme.contract.nextCycleId()),
  });
  if (preparedCycle !== undefined) return <Prepared programme={programme} cycle={preparedCycle} />;
  return (
    <Loaded query={next}>
      {(cycle) => (
        <Loaded query={cycles}>
          {(known) => <Sign desk={desk} programme={programme} draft={draft} cycle={cycle} cycles={known} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface SignProps extends SignStepProps {
  /** Number that the cycle is going to have. */
  readonly cycle: number;
  readonly cycles: readonly DeskCycle[];
}

function Sign({ desk, programme, draft, cycle, cycles }: SignProps) {
  const { plan, checked } = desk.state;
  const { key } = useHouseholdKey();
  // The plan is there before this step can be reached.
  const lists = useOfficeLists(programme, plan as NonNullable<typeof plan>, cycles);
  const { act, build, storing } = useSigning({
    desk,
    draft,
    programme,
    cycle,
    previous: lists.data?.previous,
  });
  if (plan === undefined || checked === undefined) return null;
  const { households, total } = checked.sheet;
  const isReady = key !== undefined && lists.data !== undefined;
  return (
    <StepFrame
      title={text.title(cycle)}
      onBack={act.isBusy ? undefined : () => desk.go(stepBefore(desk.state.step))}
      next={
        <ActButton act={act} onRun={build} disabled={!isReady}>
          {text.sign(cycle)}
        </ActButton>
      }
    >
      <Section title={words.check.thisCycle}>
        {() => (
          <>
            <p className={classes.sentence}>
              {text.sentence(countOf(households, words.households), showMoney(total, programme.currency))}
            </p>
            <SignFacts cycle={cycle} plan={plan} programme={programme} total={total} />
            <p className={classes.note}>{text.before}</p>
          </>
        )}
      </Section>
      <NeedsOffice>
        <UnlockHouseholds why={words.accounts.unlockWhy} />
      </NeedsOffice>
      <BeingStored storing={storing} />
      <ActStatus act={act} />
    </StepFrame>
  );
}

function BeingStored({ storing }: { readonly storing: Storing }) {
  if (storing === undefined) return null;
  if (storing.kind === "list") return <Busy>{text.storing}</Busy>;
  const { done, total } = storing;
  return <Busy share={total === 0 ? 1 : done / total}>{text.saving(showCount(done), showCount(total))}</Busy>;
}

function Prepared({ programme, cycle }: { readonly programme: ProgrammeHandle; readonly cycle: number }) {
  const params = { address: programme.address, cycle: String(cycle) };
  return (
    <StepFrame title={text.done(cycle)}>
      <div className={partClasses.decision} data-good>
        <p role="status">{text.doneHint}</p>
        <div className={partClasses.actions}>
          <ButtonLink to="/console" variant="default">
            {text.toConsole}
          </ButtonLink>
          <ButtonLink to="/console/programmes/$address/cycles/$cycle" params={params}>
            {text.toCycle}
          </ButtonLink>
        </div>
      </div>
    </StepFrame>
  );
}
