// SPDX-License-Identifier: Apache-2.0

import { unspent } from "./handlers/cycles.ts";
import type { Row } from "./rows.ts";

/** Everything of one programme that its totals are made of. */
export interface ProgrammeState {
  readonly programme: Row<"programmes">;
  readonly cycles: readonly Row<"cycles">[];
  readonly shops: readonly Row<"shops">[];
  readonly ledgers: readonly Row<"ledgers">[];
  readonly settlements: readonly Row<"settlements">[];
}

/** A rule that does not hold, with both sides of it in ledger units. */
export interface BrokenRule {
  readonly rule: string;
  readonly expected: bigint;
  readonly actual: bigint;
}

type Rule = readonly [rule: string, expected: bigint, actual: bigint];

/**
 * Check that the totals of a programme tie. An empty answer means that every unit that came in is accounted for once.
 */
export function checkProgramme(state: ProgrammeState): BrokenRule[] {
  const rules = [
    ...moneyRules(state),
    ...state.cycles.flatMap((cycle) => cycleRules(state, cycle)),
    ...state.shops.flatMap((shop) => shopRules(state, shop)),
  ];
  return rules
    .filter(([, expected, actual]) => expected !== actual)
    .map(([rule, expected, actual]) => ({ rule, expected, actual }));
}

function moneyRules({ programme: p, cycles, ledgers, settlements }: ProgrammeState): Rule[] {
  const open = cycles.filter((cycle) => cycle.state === "Approved");
  const instructed = settlements.filter((settlement) => settlement.state === "Instructed");
  const paid = settlements.filter((settlement) => settlement.state === "Paid");
  const owedToShops = sum(ledgers, (ledger) => ledger.gross - ledger.refunds - ledger.settled);
  const withheld = sum(instructed, (settlement) => settlement.withholding);
  return [
    [
      "funded = free + reserved + owed + fees + settled + instructed + returned",
      p.funded,
      p.free + p.reserved + p.owed + p.fees + p.settled + p.instructed + p.returned,
    ],
    ["reserved = what open cycles have left", sum(open, unspent), p.reserved],
    ["owed = what shops are owed + what instructed settlements withhold", owedToShops + withheld, p.owed],
    ["settled = payments of paid settlements", sum(paid, (settlement) => settlement.payment), p.settled],
    [
      "instructed = payments of instructed settlements",
      sum(instructed, ({ payment }) => payment),
      p.instructed,
    ],
    ...notNegative(p),
  ];
}

function cycleRules({ ledgers }: ProgrammeState, cycle: Row<"cycles">): Rule[] {
  const mine = ledgers.filter((ledger) => ledger.cycle === cycle.id);
  const name = `cycle ${cycle.id}`;
  const remaining = cycle.loaded - cycle.redeemed + cycle.refunded;
  return [
    // loaded = remaining + redeemed - refunded, and nothing remains below zero
    [`${name}: redeemed - refunded <= loaded`, 0n, remaining < 0n ? remaining : 0n],
    [`${name}: loaded <= total`, 0n, cycle.loaded > cycle.total ? cycle.loaded - cycle.total : 0n],
    [`${name}: redeemed = gross sales of its shops`, sum(mine, ({ gross }) => gross), cycle.redeemed],
    [`${name}: refunded = refunds of its shops`, sum(mine, ({ refunds }) => refunds), cycle.refunded],
    [`${name}: settled = settlements with its shops`, sum(mine, ({ settled }) => settled), cycle.settled],
  ];
}

function shopRules({ ledgers, settlements }: ProgrammeState, shop: Row<"shops">): Rule[] {
  const mine = ledgers.filter((ledger) => ledger.shop === shop.id);
  const counted = settlements.filter(
    ({ shop: of, state }) => of === shop.id && (state === "Paid" || state === "Instructed"),
  );
  const name = `shop ${shop.id}`;
  return [
    [`${name}: gross = sum over cycles`, sum(mine, ({ gross }) => gross), shop.gross],
    [`${name}: refunds = sum over cycles`, sum(mine, ({ refunds }) => refunds), shop.refunds],
    [`${name}: settled = sum over cycles`, sum(mine, ({ settled }) => settled), shop.settled],
    [`${name}: settled = its settlements`, sum(counted, ({ amount }) => amount), shop.settled],
  ];
}

function notNegative(programme: Row<"programmes">): Rule[] {
  const columns = ["free", "reserved", "owed", "fees", "settled", "instructed"] as const;
  return columns.map((column) => {
    const amount = programme[column];
    return [`${column} >= 0`, 0n, amount < 0n ? amount : 0n] as const;
  });
}

function sum<T>(items: readonly T[], amountOf: (item: T) => bigint): bigint {
  return items.reduce((total, item) => total + amountOf(item), 0n);
}
