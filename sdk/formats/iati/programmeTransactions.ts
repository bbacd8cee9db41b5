// SPDX-License-Identifier: Apache-2.0

import { mergeSmallGroups, type Row } from "#sdk/history/index.ts";
import { type Day, formatDay } from "#sdk/receipts/day.ts";
import type { ProgrammeBooks } from "../programmeBooks.ts";
import { AID_VOCABULARY, PROJECT_TYPE, TRANSACTION } from "./codes.ts";
import type { IatiAidType, IatiOrganisation, IatiTransaction } from "./model.ts";

const SECONDS_A_DAY = 86_400;
const MONTH = "YYYY-MM".length;
const SHOPS: IatiOrganisation = { name: "Contracted shops and cash agents" };

export interface Parties {
  readonly agency: IatiOrganisation;
  /** Of the activity. */
  readonly identifier: string;
  /** Of transfers to households. */
  readonly aidTypes: readonly IatiAidType[];
  readonly sources: (source: string) => IatiOrganisation;
}

/** Something that happened with the money of one cycle, on one day. */
interface Entry {
  readonly day: number;
  readonly cycle: number;
  /** Of the cycle: an entry that stands for few of them is never shown alone. */
  readonly households: number;
  readonly amount: bigint;
  /** What delivery cost beside. */
  readonly commission: bigint;
}

/**
 * The transactions of a programme.
 *
 * 1 incoming funds: what sources brought in, each payment; what went back to them, below zero.
 * 2 outgoing commitment: cycles that were activated; what a reduction, cancellation or closing freed, below zero.
 * 4 expenditure: settlements that were really paid, by month. Not 3, disbursement: that is money put at the disposal of another
 * organisation that reports on it, whereas a shop or cash agent is paid for what it has delivered, and households and shops stand
 * outside of IATI's chain. Redemptions are no transactions: no money moves until the shop is paid, and counting both counts twice.
 */
export function programmeTransactions(books: ProgrammeBooks, parties: Parties) {
  return {
    incoming: incomingFunds(books, parties),
    outgoing: [...commitments(books, parties), ...expenditures(books, parties)],
  };
}

function incomingFunds({ programme, funding }: ProgrammeBooks, parties: Parties): IatiTransaction[] {
  const moved = funding.filter(({ kind }) => kind === "funded" || kind === "returned");
  return moved.map(({ kind, source, amount, day, block, logIndex }) => {
    const isReturn = kind === "returned";
    return {
      ref: `FUNDS-${block}-${logIndex}`,
      type: TRANSACTION.incomingFunds,
      ...valued(programme, isReturn ? -amount : amount, day),
      description: isReturn
        ? "Unspent money returned to its source"
        : "Money brought in by a recorded source",
      provider: parties.sources(source ?? ""),
      receiver: parties.agency,
    };
  });
}

function commitments(
  { programme, reservations, cycles }: ProgrammeBooks,
  parties: Parties,
): IatiTransaction[] {
  const households = householdsOf(cycles);
  const entries = reservations.map(({ day, cycle, amount }) => ({
    day,
    cycle,
    households: households.get(cycle) ?? 0,
    amount,
    commission: 0n,
  }));
  return mergeSmallGroups(entries).map((group, index) => ({
    ref: `COMMITMENT-${index + 1}`,
    type: TRANSACTION.outgoingCommitment,
    ...valued(programme, total(group), lastDay(group)),
    description: `Approved entitlements, ${cyclesOf(group)}`,
    provider: parties.agency,
    aidTypes: parties.aidTypes,
  }));
}

function expenditures(
  { programme, settlements, cycles }: ProgrammeBooks,
  parties: Parties,
): IatiTransaction[] {
  const households = householdsOf(cycles);
  const entries = settlements
    .filter(({ state }) => state === "Paid")
    .map(({ cycle, changedAt, amount, withholding, commission }) => ({
      day: Math.floor(changedAt / SECONDS_A_DAY),
      cycle,
      households: households.get(cycle) ?? 0,
      amount: amount - withholding,
      commission,
    }))
    .toSorted((a, b) => a.day - b.day);
  return mergeSmallGroups(byMonth(entries)).flatMap((months, index) => {
    const group = months.flatMap(({ entries: ofMonth }) => ofMonth);
    const transfers = {
      ref: `TRANSFERS-${index + 1}`,
      ...valued(programme, total(group), lastDay(group)),
      description: `Transfers to households, paid to shops and cash agents, ${cyclesOf(group)}`,
      aidTypes: parties.aidTypes,
    };
    const commission = {
      ref: `COMMISSION-${index + 1}`,
      ...valued(programme, totalCommission(group), lastDay(group)),
      description: `Commission of shops and cash agents, ${cyclesOf(group)}`,
      // What delivery costs is not a transfer, so it is not marked as cash or voucher.
      aidTypes: [{ vocabulary: AID_VOCABULARY.dac, code: PROJECT_TYPE }],
    };
    return [transfers, commission]
      .filter(({ value }) => value.units !== 0n)
      .map((part) => ({ ...part, type: TRANSACTION.expenditure, provider: parties.agency, receiver: SHOPS }));
  });
}

/** No shop stands alone in a published file: entries of a month are one, which stands for its largest cycle. */
function byMonth(entries: readonly Entry[]) {
  const months = Map.groupBy(entries, ({ day }) => formatDay(day as Day).slice(0, MONTH));
  return [...months.values()].map((ofMonth) => ({
    entries: ofMonth,
    households: ofMonth.reduce((most, { households }) => Math.max(most, households), 0),
  }));
}

function valued({ currency, decimals }: Row<"programmes">, amount: bigint, day: number) {
  return { value: { units: amount, scale: decimals }, currency, day: formatDay(day as Day) };
}

function householdsOf(cycles: readonly Row<"cycles">[]): ReadonlyMap<number, number> {
  return new Map(cycles.map(({ id, households }) => [id, households]));
}

function total(entries: readonly Entry[]): bigint {
  return entries.reduce((sum, { amount }) => sum + amount, 0n);
}

function totalCommission(entries: readonly Entry[]): bigint {
  return entries.reduce((sum, { commission }) => sum + commission, 0n);
}

function lastDay(entries: readonly Entry[]): number {
  return entries.reduce((last, { day }) => Math.max(last, day), 0);
}

function cyclesOf(entries: readonly Entry[]): string {
  const cycles = [...new Set(entries.map(({ cycle }) => cycle))].toSorted((a, b) => a - b);
  return `${cycles.length === 1 ? "cycle" : "cycles"} ${cycles.join(", ")}`;
}
