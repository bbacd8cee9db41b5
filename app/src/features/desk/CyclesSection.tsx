// SPDX-License-Identifier: Apache-2.0

import { type CycleStage, cycleStage } from "#sdk/agency/cycleStage.ts";
import type { Cycle, ProgrammeHandle } from "#sdk/agency/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { useCycles } from "../../shared/cycles/index.ts";
import { stageTones } from "../../shared/cycles/stageTones.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { shareOf, showCount, showMoment, showShare } from "../../shared/format/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { useLedgerTime } from "../../shared/live/index.ts";
import {
  Amount,
  type Column,
  DataTable,
  Empty,
  Meter,
  Section,
  StateBadge,
  TextLink,
} from "../../shared/ui/index.ts";
import { words as shared } from "../../shared/words/index.ts";
import classes from "./desk.module.css";
import { nextStep } from "./nextStep.ts";
import { StepLink } from "./StepLink.tsx";
import { words } from "./words/index.ts";

const text = words.cycles;

interface Row {
  readonly cycle: Cycle;
  readonly stage: CycleStage;
}

/** All cycles of the programme, newest first, each with its next step. */
export function CyclesSection({ programme }: { readonly programme: ProgrammeHandle }) {
  const { data, error, refetch } = useCycles(programme);
  const now = useLedgerTime();
  const rows = data?.map((cycle) => ({ cycle, stage: cycleStage(cycle, now) })).reverse();
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <>
          {rows === undefined && !error ? <LoadingRows /> : null}
          {rows === undefined && error ? (
            <div className={classes.inset}>
              <ErrorNote error={error} onRetry={() => void refetch()} />
            </div>
          ) : null}
          {rows?.length === 0 ? <Empty title={text.empty}>{text.emptyHint}</Empty> : null}
          {rows !== undefined && rows.length > 0 ? (
            <DataTable
              labelledBy={headingId}
              columns={columnsOf(programme)}
              rows={rows}
              rowKey={({ cycle }) => String(cycle.cycle)}
              cardsBelow={68}
            />
          ) : null}
        </>
      )}
    </Section>
  );
}

function columnsOf({ address, currency }: ProgrammeHandle): readonly [Column<Row>, ...Column<Row>[]] {
  return [
    {
      key: "cycle",
      header: text.columns.cycle,
      cell: ({ cycle, stage }) => <Name address={address} cycle={cycle} stage={stage} />,
    },
    { key: "dates", header: text.columns.dates, isWide: true, canWrap: true, cell: (row) => datesOf(row) },
    {
      key: "total",
      header: text.columns.total,
      isFigure: true,
      cell: ({ cycle }) => <Amount value={cycle.total} currency={currency} withCode />,
    },
    {
      key: "loaded",
      header: text.columns.loaded,
      cell: ({ cycle }) => (
        <Progress
          share={shareOf(BigInt(cycle.chunksLoaded), BigInt(cycle.chunks))}
          label={text.parts(showCount(cycle.chunksLoaded), showCount(cycle.chunks))}
          tone="loaded"
        />
      ),
    },
    { key: "spent", header: text.columns.spent, cell: ({ cycle }) => <Spent cycle={cycle} /> },
    {
      key: "step",
      header: text.columns.step,
      isWide: true,
      isStep: true,
      cell: ({ cycle, stage }) => (
        <StepLink step={nextStep(stage, cycle)} programme={address} cycle={cycle.cycle} />
      ),
    },
  ];
}

function Name({ address, cycle, stage }: Row & { readonly address: string }) {
  return (
    <div className={classes.name}>
      <TextLink
        to="/console/programmes/$address/cycles/$cycle"
        params={{ address, cycle: String(cycle.cycle) }}
        fw={600}
      >
        {shared.cycles.cycle(cycle.cycle)}
      </TextLink>
      <StateBadge tone={stageTones[stage]} label={shared.cycles.states[stage]} />
    </div>
  );
}

/** The one date that matters at a cycle's stage. */
function datesOf({ cycle, stage }: Row): string {
  if (stage === "open") return text.untilExpiry(showMoment(cycle.expiresAt));
  if (stage === "late") return text.untilGrace(showMoment(cycle.graceEndsAt));
  if (stage === "closed" || stage === "toClose") return text.over(showMoment(cycle.graceEndsAt));
  if (stage === "cancelled" || stage === "returned") return "–";
  return text.untilOpening(showMoment(cycle.opensAt));
}

function Spent({ cycle }: { readonly cycle: Cycle }) {
  const spent = amountOf(cycle.redeemed - cycle.refunded);
  return (
    <Progress share={shareOf(spent, cycle.total)} label={showShare(spent, cycle.total)} tone="reserved" />
  );
}

interface ProgressProps {
  readonly share: number;
  readonly label: string;
  readonly tone: "loaded" | "reserved";
}

function Progress({ share, label, tone }: ProgressProps) {
  return (
    <div className={classes.progress}>
      <span className={classes.soft}>{label}</span>
      <Meter share={share} tone={tone} />
    </div>
  );
}
