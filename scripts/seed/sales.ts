// SPDX-License-Identifier: Apache-2.0
import type { NamelessEntry } from "#sdk/list/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import {
  cycleId,
  dayOf,
  RECOGNITIONS,
  type Receipt,
  receiptNumber,
  type Sale,
  terminalAddress,
} from "#sdk/receipts/index.ts";

export interface SalesInput {
  readonly entries: readonly NamelessEntry[];
  readonly cycle: number;
  /** Addresses of the terminals that share the sales. */
  readonly terminals: readonly string[];
  readonly firstDay: number;
  readonly lastDay: number;
  /** Of a hundred households, how many have bought something. */
  readonly percent: number;
  /** Amounts are multiples of it. */
  readonly step: bigint;
  /** Next receipt number of each terminal; 1 where it is not named. */
  readonly nextNumbers?: ReadonlyMap<string, number>;
}

/** A prime that spreads neighbours over shops, days and amounts without a random source: the same list sells the same. */
const SPREAD = 7_919;

/** Sales as shops make them: some households spend everything at once, some a part, some nothing yet; the days ascend. */
export function makeSales(input: SalesInput): Receipt[] {
  const { entries, cycle, terminals, firstDay, lastDay, percent, step } = input;
  const buyers = entries.filter(({ account }) => (account * SPREAD) % 100 < percent);
  const days = lastDay - firstDay + 1;
  const numbers = new Map(terminals.map((terminal) => [terminal, input.nextNumbers?.get(terminal) ?? 1]));
  return buyers.map(({ account, amount }, i): Sale => {
    const terminal = terminals[(account * SPREAD) % terminals.length] ?? "";
    const number = numbers.get(terminal) ?? 1;
    numbers.set(terminal, number + 1);
    return {
      kind: "sale",
      terminal: terminalAddress(terminal),
      cycle: cycleId(cycle),
      number: receiptNumber(number),
      account,
      amount: spent(amount, account % 3, step),
      recognition: RECOGNITIONS[i % RECOGNITIONS.length] ?? "card-pin",
      day: dayOf(firstDay + Math.floor((i * days) / buyers.length)),
    };
  });
}

/** Everything, two thirds or a third of an entitlement, on the step and at least one step. */
function spent(amount: Amount, thirdsLeft: number, step: bigint): Amount {
  const share = (amount * BigInt(3 - thirdsLeft)) / 3n;
  const onStep = share - (share % step);
  return amountOf(onStep < step ? amount : onStep);
}
