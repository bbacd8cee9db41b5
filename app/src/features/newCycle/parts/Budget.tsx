// SPDX-License-Identifier: Apache-2.0

import type { ApprovalNeeded, ProgrammeHandle } from "#sdk/agency/index.ts";
import { amountOf, type Currency, type Amount as Money, sumAmounts } from "#sdk/money/index.ts";
import { Loaded } from "../../../shared/desk/index.ts";
import { countOf, showMoney } from "../../../shared/format/index.ts";
import { Amount, Section } from "../../../shared/ui/index.ts";
import type { DeskCycle } from "../plan/useKnownCycles.ts";
import { useBudget } from "../steps/useCheck.ts";
import { words } from "../words/index.ts";
import classes from "./check.module.css";

const text = words.check;
/** Cycles that take from the free money as soon as they are approved. */
const UNAPPROVED: ReadonlySet<string> = new Set(["Prepared", "AwaitingRelease"]);

interface BudgetProps {
  readonly programme: ProgrammeHandle;
  /** Of this list. */
  readonly total: Money;
  readonly cycles: readonly DeskCycle[];
}

/** Whether the money is there, also for the cycles that wait before this one, and who has to approve. */
export function Budget({ programme, total, cycles }: BudgetProps) {
  const query = useBudget(programme, total);
  const { currency } = programme;
  const now = Date.now() / 1000;
  const waiting = cycles.filter(({ state, expiresAt }) => UNAPPROVED.has(state) && expiresAt > now);
  const asked = sumAmounts(waiting.map((cycle) => cycle.total));
  return (
    <Section title={text.budget}>
      {() => (
        <div className={classes.pad}>
          <Loaded query={query}>
            {({ free, needed }) => {
              const after = free - asked - total;
              return (
                <div className={classes.budget}>
                  <dl className={classes.sum}>
                    <Line name={text.free} value={free} currency={currency} />
                    {waiting.length === 0 ? null : (
                      <Line
                        name={text.waiting(countOf(waiting.length, words.cyclesNoun))}
                        value={amountOf(-asked)}
                        currency={currency}
                      />
                    )}
                    <Line name={text.thisCycle} value={amountOf(-total)} currency={currency} />
                    <Line
                      name={text.after}
                      value={amountOf(after)}
                      currency={currency}
                      isResult
                      isShort={after < 0n}
                    />
                  </dl>
                  {after < 0n ? (
                    <p className={classes.short}>{text.notEnough(showMoney(amountOf(-after), currency))}</p>
                  ) : null}
                  <dl className={classes.facts}>
                    <dt>{text.approvals}</dt>
                    <dd>{needed === null ? text.aboveBands : approvalsText(needed)}</dd>
                  </dl>
                </div>
              );
            }}
          </Loaded>
        </div>
      )}
    </Section>
  );
}

/** "2 approvers, none of them you, then the release by finance". */
export function approvalsText({ approvers, needsRelease }: ApprovalNeeded): string {
  const people = text.approvalsOf(countOf(approvers, words.approversNoun));
  return needsRelease ? `${people}, ${text.andRelease}` : people;
}

interface LineProps {
  readonly name: string;
  readonly value: Money;
  readonly currency: Currency;
  readonly isResult?: boolean;
  readonly isShort?: boolean;
}

function Line({ name, value, currency, isResult, isShort }: LineProps) {
  return (
    <div data-result={isResult || undefined}>
      <dt>{name}</dt>
      <dd className={classes.amount} data-short={isShort || undefined}>
        <Amount value={value} currency={currency} withCode />
      </dd>
    </div>
  );
}
