// SPDX-License-Identifier: Apache-2.0

import { MoneyLine, type Movement, smaller } from "#sdk/funds/index.ts";
import { unspent } from "../handlers/cycles.ts";
import type { ReadRows } from "../readRows.ts";
import type { Row } from "../rows.ts";
import type { PartStage } from "../shapes/index.ts";
import { byPlace, outstandingOf, reservedFor } from "./agreements.ts";

/** What a recipient's money is used for, with what a reader can look up. */
export interface NamedUse {
  readonly stage: PartStage;
  readonly amount: bigint;
  readonly cycle: number | null;
  readonly shop: number | null;
  readonly settlement: number | null;
  readonly milestone: number | null;
  readonly day: number | null;
  readonly transaction: string | null;
}

const NOTHING = {
  cycle: null,
  shop: null,
  settlement: null,
  milestone: null,
  day: null,
  transaction: null,
} as const;

const SECONDS_A_DAY = 86_400;

/**
 * The money of a programme. It is used in this order: settlements that are paid, as they were paid; settlements that a bank was told, by
 * their numbers; what shops are owed, by cycle and shop; what is left of open cycles, by their numbers; the fee reserve; what is free. So
 * what was paid to a shop stays attributed to whoever's money it was, however the programme goes on.
 */
export async function lineOfProgramme(
  read: ReadRows,
  programme: Row<"programmes">,
): Promise<MoneyLine<NamedUse>> {
  const where = { programme: programme.address };
  const funding = (await read("funding", where)).toSorted(byPlace);
  const movements: Movement[] = funding
    .filter(({ kind }) => kind === "funded" || kind === "returned")
    .map(({ kind, payer, source, amount }) => ({
      payer: payer ?? "",
      source: source ?? "",
      amount: kind === "funded" ? amount : -amount,
    }));
  const settlements = await read("settlements", where);
  return new MoneyLine(movements, [
    ...settlementUses(settlements),
    ...owedUses(await read("ledgers", where), settlements),
    ...cycleUses(await read("cycles", where)),
    { ...NOTHING, stage: "fees", amount: programme.fees },
    { ...NOTHING, stage: "free", amount: programme.free },
  ]);
}

function settlementUses(settlements: readonly Row<"settlements">[]): NamedUse[] {
  const paid = settlements.filter(({ state }) => state === "Paid");
  const instructed = settlements.filter(({ state }) => state === "Instructed");
  return [
    ...paid.toSorted((a, b) => a.changedAt - b.changedAt || a.id - b.id).map((one) => settlementUse(one)),
    ...instructed.toSorted((a, b) => a.id - b.id).map((one) => settlementUse(one)),
  ];
}

function settlementUse({
  state,
  id,
  cycle,
  shop,
  payment,
  changedAt,
  transaction,
}: Row<"settlements">): NamedUse {
  return {
    ...NOTHING,
    stage: state === "Paid" ? "reconciled" : "settled",
    amount: payment,
    cycle,
    shop,
    settlement: id,
    day: Math.floor(changedAt / SECONDS_A_DAY),
    transaction,
  };
}

/** A withholding stays with what is owed until the bank has paid. */
function owedUses(
  ledgers: readonly Row<"ledgers">[],
  settlements: readonly Row<"settlements">[],
): NamedUse[] {
  const place = ({ cycle, shop }: { cycle: number; shop: number }): string => `${cycle} ${shop}`;
  const instructed = settlements.filter(({ state }) => state === "Instructed");
  const withheld = sums(instructed, place, ({ withholding }) => withholding);
  return ledgers
    .toSorted((a, b) => a.cycle - b.cycle || a.shop - b.shop)
    .map((ledger) => ({
      ...NOTHING,
      stage: "redeemed",
      amount: ledger.gross - ledger.refunds - ledger.settled + (withheld.get(place(ledger)) ?? 0n),
      cycle: ledger.cycle,
      shop: ledger.shop,
    }));
}

function cycleUses(cycles: readonly Row<"cycles">[]): NamedUse[] {
  return cycles
    .filter(({ state }) => state === "Approved")
    .toSorted((a, b) => a.id - b.id)
    .map((cycle) => ({ ...NOTHING, stage: "reserved", amount: unspent(cycle), cycle: cycle.id }));
}

/**
 * The money of an agreement: sources in the order in which they were recorded, as the contract spends and gives back. It is used for
 * payments as they were made (less what of an advance came back; what is accounted for first), then for submissions by the number of the
 * milestone; the rest is free.
 */
export async function lineOfAgreement(
  read: ReadRows,
  agreement: Row<"agreements">,
): Promise<MoneyLine<NamedUse>> {
  const where = { agreement: agreement.address };
  const sources = (await read("escrowSources", where)).toSorted((a, b) => a.place - b.place);
  const places = new Map(sources.map(({ source, place }) => [source, place]));
  const escrowings = (await read("escrowings", where)).toSorted(byPlace);
  const movements = escrowings.map(({ source, amount }) => ({
    payer: source,
    source,
    amount,
    rank: places.get(source) ?? 0,
  }));
  const credits = sources.map(({ source, credited, returned }) => ({
    payer: source,
    source,
    amount: returned - credited,
  }));
  const milestones = (await read("milestones", where)).toSorted((a, b) => a.id - b.id);
  const reserved: NamedUse[] = milestones.map((milestone) => ({
    ...NOTHING,
    stage: "reserved",
    amount: reservedFor(milestone),
    milestone: milestone.id,
  }));
  const { escrowed, refunded, paid, returned: gone } = agreement;
  const dueBack = sources.reduce((sum, source) => sum + source.credited - source.returned, 0n);
  const kept = reserved.reduce((sum, { amount }) => sum + amount, 0n);
  const free = escrowed + refunded - paid - gone - dueBack - kept;
  return new MoneyLine(
    [...movements, ...credits.filter(({ amount }) => amount < 0n)],
    [
      ...paymentUses(milestones, (await read("payments", where)).toSorted(byPlace)),
      ...reserved,
      { ...NOTHING, stage: "free", amount: free },
    ],
  );
}

function paymentUses(
  milestones: readonly Row<"milestones">[],
  payments: readonly Row<"payments">[],
): NamedUse[] {
  /** What of each milestone's payments is proven, and what is not: the rest came back. */
  const left = new Map(
    milestones.map((milestone) => {
      const outstanding = outstandingOf(milestone);
      return [
        milestone.id,
        { reconciled: milestone.paid - milestone.refunded - outstanding, settled: outstanding },
      ];
    }),
  );
  return payments.flatMap(({ milestone, amount, day, transaction }) => {
    const mine = left.get(milestone);
    if (mine === undefined || amount <= 0n) return [];
    const reconciled = smaller(amount, mine.reconciled);
    const open = amount - reconciled;
    const settled = smaller(open, mine.settled);
    left.set(milestone, { reconciled: mine.reconciled - reconciled, settled: mine.settled - settled });
    const use = { ...NOTHING, milestone, day, transaction };
    return [
      { ...use, stage: "reconciled", amount: reconciled } as const,
      { ...use, stage: "settled", amount: settled } as const,
    ];
  });
}

function sums<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  amountOf: (item: T) => bigint,
): Map<string, bigint> {
  const found = new Map<string, bigint>();
  for (const item of items) found.set(keyOf(item), (found.get(keyOf(item)) ?? 0n) + amountOf(item));
  return found;
}
