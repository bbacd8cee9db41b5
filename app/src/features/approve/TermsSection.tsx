// SPDX-License-Identifier: Apache-2.0

import type { Balances, CycleDetail, ProgrammeHandle } from "#sdk/agency/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { kindOfCycle, useBalances } from "../../shared/cycles/index.ts";
import { shorten, showCount, showMoment, showMoney, showPeriod } from "../../shared/format/index.ts";
import { type Fact, FactGrid, HexValue, Section } from "../../shared/ui/index.ts";
import { words } from "./words/index.ts";

const text = words.terms;

interface TermsSectionProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: CycleDetail;
}

/** The terms as they stand on the ledger, and what approving them leaves of the free money. */
export function TermsSection({ programme, cycle }: TermsSectionProps) {
  const { data: balances } = useBalances(programme);
  const facts: readonly Fact[] = [
    [text.total, <strong key="total">{showMoney(cycle.total, programme.currency)}</strong>],
    [text.households, showCount(cycle.terms.households)],
    [text.kind, kindOfCycle(cycle)],
    [text.period, showPeriod(cycle.terms.periodFirstDay, cycle.terms.periodLastDay)],
    [text.opens, showMoment(cycle.opensAt)],
    [text.expires, showMoment(cycle.expiresAt)],
    [text.graceEnds, showMoment(cycle.graceEndsAt)],
    [text.preparedBy, <HexValue key="preparer" value={cycle.preparer} what={text.theAddress} />],
    [text.approvals, approvalsOf(cycle)],
    ...moneyFacts(programme, cycle, balances),
  ];
  return <Section title={text.title}>{() => <FactGrid facts={facts} />}</Section>;
}

function approvalsOf({ approvals, approvers, needed, state }: CycleDetail): string {
  const given = showCount(approvals);
  const isWaiting = state === "Prepared" || state === "AwaitingRelease";
  return [
    needed === undefined ? given : text.approvalsOf(given, showCount(needed.approvers)),
    ...(approvers.length > 0 ? [text.approvedBy(approvers.map(shorten).join(", "))] : []),
    ...(needed?.needsRelease ? [text.thenRelease] : []),
    ...(isWaiting && needed === undefined ? [text.aboveBands] : []),
  ].join(", ");
}

/** Only while it is undecided: afterwards the free money is what it is. */
function moneyFacts(
  { currency }: ProgrammeHandle,
  { state, total }: CycleDetail,
  balances: Balances | undefined,
): readonly Fact[] {
  if (balances === undefined || (state !== "Prepared" && state !== "AwaitingRelease")) return [];
  const left = balances.free - total;
  const after =
    left < 0n ? text.freeMissing(showMoney(amountOf(-left), currency)) : showMoney(amountOf(left), currency);
  return [
    [text.freeNow, showMoney(balances.free, currency)],
    [
      text.freeAfter,
      <span key="after" data-bad={left < 0n || undefined}>
        {after}
      </span>,
    ],
  ];
}
