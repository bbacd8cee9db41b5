// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { CycleDetail, ProgrammeHandle } from "#sdk/agency/index.ts";
import { CYCLE_KINDS } from "#sdk/history/names.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { showCount, showMoney, showPeriod } from "../../shared/format/index.ts";
import { HexValue, Section } from "../../shared/ui/index.ts";
import { labelOf, words as shared } from "../../shared/words/index.ts";
import classes from "./desk.module.css";
import { words } from "./words/index.ts";

const text = words.cyclePage;

interface CycleTermsSectionProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: CycleDetail;
}

/** What a cycle was prepared with, and how much of it was used. */
export function CycleTermsSection({ programme, cycle }: CycleTermsSectionProps) {
  const money = (amount: Amount) => showMoney(amount, programme.currency);
  const { terms, preparer } = cycle;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text.total, money(cycle.total)],
    [text.loaded, money(cycle.loaded)],
    [text.spent, money(amountOf(cycle.redeemed - cycle.refunded))],
    [text.left, money(cycle.unspent)],
    [text.households, showCount(terms.households)],
    [text.kind, kindOf(cycle)],
    [text.period, showPeriod(terms.periodFirstDay, terms.periodLastDay)],
    [text.preparedBy, <HexValue key="by" value={preparer} what={text.theOfficer} />],
    [text.root, <HexValue key="root" value={cycle.listRoot} what={text.theRoot} />],
  ];
  return (
    <Section title={text.terms}>
      {() => (
        <dl className={classes.terms}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

function kindOf({ terms: { kind, parent } }: CycleDetail): string {
  const label = labelOf(shared.cycleKinds, CYCLE_KINDS[kind] ?? String(kind));
  return parent === 0 ? label : text.ofParent(label, parent);
}
