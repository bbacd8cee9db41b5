// SPDX-License-Identifier: Apache-2.0

import fc from "fast-check";
import { accountNumberOf } from "#sdk/list/index.ts";
import { amountOf, MAX_ENTITLEMENT } from "#sdk/money/index.ts";
import {
  cycleId,
  dayOf,
  RECOGNITIONS,
  type Receipt,
  receiptNumber,
  type TerminalAddress,
  terminalAddress,
} from "#sdk/receipts/index.ts";

const MAX_UINT32 = 0xffff_ffff;
const PLAIN = { noNullPrototype: true } as const;

/** A few terminals, so that receipts of one terminal meet. */
export const TERMINALS = [1, 2, 3].map((i) => terminalAddress(`0x${i.toString(16).padStart(40, "0")}`));

export const anyTerminal = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes) => terminalAddress(`0x${Buffer.from(bytes).toString("hex")}`));

export const anyAccount = fc.integer({ min: 0, max: MAX_UINT32 }).map(accountNumberOf);
export const anyAmount = fc.bigInt({ min: 1n, max: MAX_ENTITLEMENT }).map(amountOf);
const uint32FromOne = fc.integer({ min: 1, max: MAX_UINT32 });

/** A receipt with this place and anything else. */
export function receiptAt(terminal: TerminalAddress, cycle: number, number: number): fc.Arbitrary<Receipt> {
  const entry = {
    terminal: fc.constant(terminal),
    cycle: fc.constant(cycleId(cycle)),
    number: fc.constant(receiptNumber(number)),
    account: anyAccount,
    amount: anyAmount,
    recognition: fc.constantFrom(...RECOGNITIONS),
  };
  const day = fc.integer({ min: 0, max: MAX_UINT32 }).map(dayOf);
  const sales = fc.record({ ...entry, kind: fc.constant("sale" as const), day }, PLAIN);
  const saleNumber = uint32FromOne.map(receiptNumber);
  const refunds = fc.record({ ...entry, kind: fc.constant("refund" as const), saleNumber }, PLAIN);
  return fc.oneof({ weight: 3, arbitrary: sales }, { weight: 1, arbitrary: refunds });
}

/** Consecutive receipts of one terminal and cycle. */
export const anyBatchOfReceipts = fc
  .record({
    terminal: anyTerminal,
    cycle: uint32FromOne,
    first: fc.integer({ min: 1, max: MAX_UINT32 - 600 }),
    count: fc.integer({ min: 1, max: 30 }),
  })
  .chain(({ terminal, cycle, first, count }) =>
    fc.tuple(...Array.from({ length: count }, (_, i) => receiptAt(terminal, cycle, first + i))),
  );

/** A plain sale, for examples. */
export function sale(
  number: number,
  over: Partial<Omit<Extract<Receipt, { kind: "sale" }>, "kind">> = {},
): Receipt {
  return {
    terminal: TERMINALS[0] as TerminalAddress,
    cycle: cycleId(1),
    number: receiptNumber(number),
    account: accountNumberOf(256 + number),
    amount: amountOf(1_000n),
    recognition: "card-pin",
    kind: "sale",
    day: dayOf(20_000),
    ...over,
  };
}

export function refund(
  number: number,
  saleNumber: number,
  over: Partial<Omit<Extract<Receipt, { kind: "refund" }>, "kind">> = {},
): Receipt {
  const { day: _, ...entry } = sale(number) as Extract<Receipt, { kind: "sale" }>;
  return { ...entry, kind: "refund", saleNumber: receiptNumber(saleNumber), ...over };
}
