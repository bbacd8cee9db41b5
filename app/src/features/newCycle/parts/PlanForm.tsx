// SPDX-License-Identifier: Apache-2.0

import { Button, NativeSelect } from "@mantine/core";
import { CYCLE_KINDS } from "#sdk/history/names.ts";
import { countOf, showMoment, showPeriod } from "../../../shared/format/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import { words as commonWords, labelOf } from "../../../shared/words/index.ts";
import { dayNumber } from "../plan/days.ts";
import {
  belongingTo,
  daysBetween,
  defaultPlan,
  type KnownCycle,
  type PlanChoice,
  planFaults,
  planTerms,
  possibleParents,
} from "../plan/plan.ts";
import { words } from "../words/index.ts";
import { Choices } from "./Choices.tsx";
import { DayField } from "./DayField.tsx";
import classes from "./plan.module.css";

const text = words.plan;

interface PlanFormProps {
  readonly plan: PlanChoice;
  readonly cycles: readonly KnownCycle[];
  readonly today: number;
  readonly onChange: (plan: PlanChoice) => void;
}

/** Kind, period, days of spending, days of grace. */
export function PlanForm({ plan, cycles, today, onChange }: PlanFormProps) {
  const faults = planFaults(plan, today);
  const day = (
    field: "periodFirst" | "periodLast" | "opens" | "expires" | "grace",
    label: string,
    hint?: string,
  ) => (
    <DayField
      label={label}
      value={plan[field]}
      hint={hint}
      fault={faults[field]}
      onChange={(value) => onChange({ ...plan, [field]: value })}
    />
  );
  return (
    <div className={classes.form}>
      <Section title={text.kind}>
        {() => (
          <div className={classes.group}>
            <Choices
              legend={text.kind}
              isLegendHidden
              name="kind"
              value={plan.kind}
              options={CYCLE_KINDS.map((value) => ({
                value,
                label: labelOf(commonWords.cycleKinds, value),
                hint: text.kindHints[value],
              }))}
              onChange={(kind) => onChange(defaultPlan(kind, cycles, today))}
            />
            {plan.kind === "Regular" ? null : (
              <Parent plan={plan} cycles={cycles} today={today} onChange={onChange} />
            )}
          </div>
        )}
      </Section>
      <Section
        title={text.period}
        hint={`${showPair(plan.periodFirst, plan.periodLast)} ${text.proposed}`}
        aside={
          <Button variant="default" size="xs" onClick={() => onChange(defaultPlan(plan.kind, cycles, today))}>
            {text.reset}
          </Button>
        }
      >
        {() => (
          <div className={classes.days}>
            {day("periodFirst", text.periodFirst)}
            {day("periodLast", text.periodLast)}
            <Days first={plan.periodFirst} last={plan.periodLast} />
          </div>
        )}
      </Section>
      <Section title={text.sales} hint={<OnYourClock plan={plan} />}>
        {() => (
          <div className={classes.days}>
            {day("opens", text.opens)}
            {day("expires", text.expires)}
            <Days first={plan.opens} last={plan.expires} />
            {day("grace", text.grace, text.graceHint)}
          </div>
        )}
      </Section>
    </div>
  );
}

function Parent({ plan, cycles, today, onChange }: PlanFormProps) {
  const parents = possibleParents(cycles);
  if (parents.length === 0) return <p className={classes.soft}>{text.noParent}</p>;
  const fault = planFaults(plan, today).parent;
  return (
    <NativeSelect
      className={classes.parent}
      label={text.parent}
      description={text.parentHint}
      value={String(plan.parent)}
      error={fault === undefined ? undefined : text.faults[fault]}
      data={[
        ...(plan.parent === 0 ? [{ value: "0", label: text.chooseCycle }] : []),
        ...parents.map(({ id, periodFirstDay, periodLastDay }) => ({
          value: String(id),
          label: `${words.cycle(id)}, ${showPeriod(periodFirstDay, periodLastDay)}`,
        })),
      ]}
      onChange={({ currentTarget }) =>
        onChange(
          belongingTo(
            parents.find(({ id }) => id === Number(currentTarget.value)),
            plan.kind,
            today,
          ),
        )
      }
    />
  );
}

function Days({ first, last }: { readonly first: string; readonly last: string }) {
  const days = daysBetween(first, last);
  return <p className={classes.sum}>{days === undefined ? null : countOf(days, words.daysNoun)}</p>;
}

/** Days of the ledger are days of UTC; what that is by the officer's own clock stands beside them. */
function OnYourClock({ plan }: { readonly plan: PlanChoice }) {
  const terms = planTerms(plan);
  const days = showPair(plan.opens, plan.expires);
  if (terms === undefined || new Date().getTimezoneOffset() === 0) return days;
  return `${days} ${text.utc(showMoment(terms.opensAt), showMoment(terms.expiresAt))}`;
}

/** "1-31 Dec 2026." Nothing while it is no period. */
function showPair(first: string, last: string): string {
  const [from, to] = [dayNumber(first), dayNumber(last)];
  return from === undefined || to === undefined || to < from ? "" : `${showPeriod(from, to)}.`;
}
