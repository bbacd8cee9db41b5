// SPDX-License-Identifier: Apache-2.0

import { cycleStage } from "#sdk/agency/cycleStage.ts";
import type { CycleDetail, ProgrammeHandle } from "#sdk/agency/index.ts";
import { reasonText } from "../../shared/cycles/index.ts";
import { stageTones } from "../../shared/cycles/stageTones.ts";
import { shorten } from "../../shared/format/index.ts";
import { useOfficer } from "../../shared/ledger/index.ts";
import { useLedgerTime } from "../../shared/live/index.ts";
import { Section, StateBadge, TextLink } from "../../shared/ui/index.ts";
import { anyRole } from "../../shared/wallet/index.ts";
import { words as shared } from "../../shared/words/index.ts";
import classes from "./desk.module.css";
import { nextStep, STEP_ROLES } from "./nextStep.ts";
import { StepLink } from "./StepLink.tsx";
import { words } from "./words/index.ts";

const text = words.cyclePage;

interface StepSectionProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: CycleDetail;
}

/** Where a cycle stands, its one next step, and whose that is. */
export function StepSection({ programme, cycle }: StepSectionProps) {
  const stage = cycleStage(cycle, useLedgerTime());
  const step = nextStep(stage, cycle);
  const officer = useOfficer();
  const roles = STEP_ROLES[step];
  const isMine = officer !== undefined && roles.some((role) => officer.has(role));
  const { returned } = cycle;
  return (
    <Section
      title={text.step}
      aside={<StateBadge tone={stageTones[stage]} label={shared.cycles.states[stage]} />}
    >
      {() => (
        <div className={classes.step}>
          {stage === "returned" && returned !== undefined ? (
            <p>
              <strong>{text.returned(reasonText(returned.reason), shorten(returned.officer))}</strong>
            </p>
          ) : null}
          <p>
            {text.stepHints[step]} {isMine || roles.length === 0 ? null : text.byRoles(anyRole(roles))}
          </p>
          <div className={classes.stepLinks}>
            <StepLink step={step} programme={programme.address} cycle={cycle.cycle} isMain={isMine} />
            <CycleLinks programme={programme} cycle={cycle} />
          </div>
        </div>
      )}
    </Section>
  );
}

/** The cycle's other pages; most of them are of use from its approval on, and of none when it was cancelled. */
function CycleLinks({ programme, cycle }: StepSectionProps) {
  const params = { address: programme.address, cycle: String(cycle.cycle) };
  const isApproved = cycle.approvedAt > 0 && cycle.state !== "Cancelled";
  return (
    <>
      <TextLink to="/console/programmes/$address/cycles/$cycle/approve" params={params}>
        {text.check}
      </TextLink>
      {isApproved ? (
        <>
          <TextLink to="/console/programmes/$address/cycles/$cycle/load" params={params}>
            {text.load}
          </TextLink>
          <TextLink to="/console/programmes/$address/cycles/$cycle/messages" params={params}>
            {text.messages}
          </TextLink>
          <TextLink to="/console/programmes/$address/cycles/$cycle/close" params={params}>
            {text.close}
          </TextLink>
        </>
      ) : null}
    </>
  );
}
