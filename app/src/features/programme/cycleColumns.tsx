// SPDX-License-Identifier: Apache-2.0

import { type CycleStage, cycleStage } from "#sdk/agency/cycleStage.ts";
import { type Amount, amountOf, type Currency } from "#sdk/money/index.ts";
import type { Cycle } from "../../shared/api/index.ts";
import { stageTones } from "../../shared/cycles/stageTones.ts";
import {
  shareOf,
  showAmount,
  showCount,
  showHouseholds,
  showMoment,
  showPeriod,
  showShare,
} from "../../shared/format/index.ts";
import { type Column, Meter, StateBadge } from "../../shared/ui/index.ts";
import { labelOf, words } from "../../shared/words/index.ts";
import classes from "./cycles.module.css";

const text = words.cycles;

/** @param now Unix seconds. */
export function cycleColumns(currency: Currency, now: number): readonly [Column<Cycle>, ...Column<Cycle>[]] {
  return [
    { key: "cycle", header: text.columns.cycle, cell: (cycle) => <CycleName cycle={cycle} now={now} /> },
    {
      key: "period",
      header: text.columns.period,
      isWide: true,
      cell: (cycle) => <CyclePeriod cycle={cycle} now={now} />,
    },
    {
      key: "households",
      header: text.columns.households,
      isFigure: true,
      cell: ({ households }) => showHouseholds(households),
    },
    {
      key: "loaded",
      header: text.columns.loaded,
      isWide: true,
      cell: ({ loaded, total, chunksLoaded, chunks }) => (
        <Progress part={loaded} whole={total} currency={currency} tone="loaded">
          {text.parts(showCount(chunksLoaded), showCount(chunks))}
        </Progress>
      ),
    },
    {
      key: "redeemed",
      header: text.columns.redeemed,
      isWide: true,
      cell: (cycle) => (
        <Progress part={netRedeemed(cycle)} whole={cycle.loaded} currency={currency} tone="reserved" />
      ),
    },
    {
      key: "settled",
      header: text.columns.settled,
      isWide: true,
      cell: (cycle) => (
        <Progress part={cycle.settled} whole={netRedeemed(cycle)} currency={currency} tone="settled" />
      ),
    },
  ];
}

function netRedeemed({ redeemed, refunded }: Cycle): Amount {
  return amountOf(redeemed - refunded);
}

interface InTime {
  readonly cycle: Cycle;
  readonly now: number;
}

function CycleName({ cycle, now }: InTime) {
  const stage = cycleStage(cycle, now);
  const kind = labelOf(words.cycleKinds, cycle.kind);
  return (
    <div className={classes.name}>
      <span>{text.cycle(cycle.id)}</span>
      <StateBadge tone={stageTones[stage]} label={text.states[stage]} />
      <span className={classes.soft}>
        {cycle.parent === null ? kind : `${kind} ${text.ofParent(cycle.parent)}`}
        {stage === "waiting" && cycle.needed !== null
          ? `, ${text.approvals(cycle.approvals, cycle.needed)}`
          : null}
      </span>
    </div>
  );
}

/** The date that matters next, by stage. Past ones are history and not repeated here. */
const nextDates: Partial<Record<CycleStage, (cycle: Cycle) => string>> = {
  waiting: ({ opensAt }) => text.opens(showMoment(opensAt)),
  release: ({ opensAt }) => text.opens(showMoment(opensAt)),
  upcoming: ({ opensAt }) => text.opens(showMoment(opensAt)),
  open: ({ expiresAt }) => text.openUntil(showMoment(expiresAt)),
  late: ({ graceEndsAt }) => text.lateUntil(showMoment(graceEndsAt)),
};

function CyclePeriod({ cycle, now }: InTime) {
  const next = nextDates[cycleStage(cycle, now)]?.(cycle);
  return (
    <div className={classes.period}>
      <span>{showPeriod(cycle.periodFirstDay, cycle.periodLastDay)}</span>
      {next === undefined ? null : <span className={classes.soft}>{next}</span>}
    </div>
  );
}

interface ProgressProps {
  readonly part: Amount;
  readonly whole: Amount;
  readonly currency: Currency;
  readonly tone: "settled" | "reserved" | "loaded";
  readonly children?: string;
}

/** A bar with its figures: how much of how much, and the percentage. */
function Progress({ part, whole, currency, tone, children }: ProgressProps) {
  if (whole === 0n) return <span className={classes.soft}>{text.nothingYet}</span>;
  return (
    <div className={classes.progress}>
      <span className={classes.figures}>
        <strong>{showShare(part, whole)}</strong>
        {children === undefined ? null : <span className={classes.soft}>{children}</span>}
      </span>
      <Meter share={shareOf(part, whole)} tone={tone} />
      <span className={classes.soft}>{howMuch(part, whole, currency)}</span>
    </div>
  );
}

function howMuch(part: Amount, whole: Amount, currency: Currency): string {
  const all = showAmount(whole, currency);
  return part === whole ? text.all(all) : text.of(showAmount(part, currency), all);
}
