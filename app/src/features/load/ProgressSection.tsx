// SPDX-License-Identifier: Apache-2.0

import { Progress } from "@mantine/core";
import { type CycleStage, cycleStage } from "#sdk/agency/cycleStage.ts";
import type { Cycle, ProgrammeHandle } from "#sdk/agency/index.ts";
import { shareOf, showCount, showMoney, showShare } from "../../shared/format/index.ts";
import { useLedgerTime } from "../../shared/live/index.ts";
import { ButtonLink, Icon, Section } from "../../shared/ui/index.ts";
import classes from "./load.module.css";
import { words } from "./words/index.ts";

const text = words.progress;
const PERCENT = 100;

interface ProgressSectionProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: Cycle;
}

/** How much of the list is on the ledger, counted there and not by whoever sends it. */
export function ProgressSection({ programme, cycle }: ProgressSectionProps) {
  const { chunks, chunksLoaded, loaded, total } = cycle;
  const stage = cycleStage(cycle, useLedgerTime());
  const isComplete = chunks > 0 && chunksLoaded >= chunks;
  const hint = isComplete ? undefined : stageHint(stage);
  const share = shareOf(BigInt(chunksLoaded), BigInt(chunks));
  const { currency } = programme;
  const params = { address: programme.address, cycle: String(cycle.cycle) };
  return (
    <Section title={text.title}>
      {() => (
        <div className={classes.progress}>
          <div className={classes.figures}>
            <strong className={classes.share}>{showShare(BigInt(chunksLoaded), BigInt(chunks))}</strong>
            <span>{text.parts(showCount(chunksLoaded), showCount(chunks))}</span>
            <span>{text.money(showMoney(loaded, currency), showMoney(total, currency))}</span>
          </div>
          <Progress value={share * PERCENT} size="lg" aria-label={text.label} />
          <p role="status" className={classes.line}>
            {isComplete ? (
              <>
                <Icon name="check" size={20} />
                {text.done}
              </>
            ) : (
              hint
            )}
          </p>
          {isComplete && stage !== "closed" ? (
            <div>
              <ButtonLink to="/console/programmes/$address/cycles/$cycle/messages" params={params}>
                {text.toMessages}
              </ButtonLink>
            </div>
          ) : null}
          {stage === "waiting" || stage === "release" ? (
            <div>
              <ButtonLink to="/console/programmes/$address/cycles/$cycle/approve" params={params}>
                {text.toApprove}
              </ButtonLink>
            </div>
          ) : null}
        </div>
      )}
    </Section>
  );
}

/** Whether the ledger takes parts of the list: from the approval to the last day of sales. */
export function canLoad(stage: CycleStage): boolean {
  return stage === "upcoming" || stage === "open";
}

function stageHint(stage: CycleStage): string | undefined {
  if (stage === "late" || stage === "toClose") return text.stateHints.expired;
  return stage === "upcoming" || stage === "open" ? undefined : text.stateHints[stage];
}
