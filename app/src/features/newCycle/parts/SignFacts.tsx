// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import type { Amount } from "#sdk/money/index.ts";
import { showDay, showPeriod } from "../../../shared/format/index.ts";
import { words as commonWords, labelOf } from "../../../shared/words/index.ts";
import { dayNumber } from "../plan/days.ts";
import type { PlanChoice } from "../plan/plan.ts";
import { useBudget } from "../steps/useCheck.ts";
import { words } from "../words/index.ts";
import { approvalsText } from "./Budget.tsx";
import classes from "./check.module.css";

const text = words.sign;

interface SignFactsProps {
  readonly cycle: number;
  readonly plan: PlanChoice;
  readonly programme: ProgrammeHandle;
  readonly total: Amount;
}

/** The terms in words, as they are about to be signed. */
export function SignFacts({ cycle, plan, programme, total }: SignFactsProps) {
  const { data } = useBudget(programme, total);
  const period = (first: string, last: string) => showPeriod(dayNumber(first) ?? 0, dayNumber(last) ?? 0);
  const kind = labelOf(commonWords.cycleKinds, plan.kind);
  const facts = [
    [text.facts.cycle, String(cycle)],
    [text.facts.kind, plan.parent === 0 ? kind : `${kind}, ${words.cycle(plan.parent)}`],
    [text.facts.period, period(plan.periodFirst, plan.periodLast)],
    [text.facts.spend, period(plan.opens, plan.expires)],
    [text.facts.late, showDay(dayNumber(plan.grace) ?? 0)],
    [text.facts.approvals, data?.needed ? approvalsText(data.needed) : words.check.aboveBands],
  ];
  return (
    <dl className={`${classes.summary} ${classes.facts}`}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
