// SPDX-License-Identifier: Apache-2.0

import type { CycleDetail, ProgrammeHandle } from "#sdk/agency/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { kindOfCycle } from "../../shared/cycles/index.ts";
import { showCount, showMoney, showPeriod } from "../../shared/format/index.ts";
import { type Fact, FactGrid, HexValue, Section } from "../../shared/ui/index.ts";
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
  const facts: readonly Fact[] = [
    [text.total, money(cycle.total)],
    [text.loaded, money(cycle.loaded)],
    [text.spent, money(amountOf(cycle.redeemed - cycle.refunded))],
    [text.left, money(cycle.unspent)],
    [text.households, showCount(terms.households)],
    [text.kind, kindOfCycle(cycle)],
    [text.period, showPeriod(terms.periodFirstDay, terms.periodLastDay)],
    [text.preparedBy, <HexValue key="by" value={preparer} what={text.theOfficer} />],
    [text.root, <HexValue key="root" value={cycle.listRoot} what={text.theRoot} />],
  ];
  return <Section title={text.terms}>{() => <FactGrid facts={facts} />}</Section>;
}
