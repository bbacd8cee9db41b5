// SPDX-License-Identifier: Apache-2.0

import type { AccountNumber } from "#sdk/list/index.ts";
import type { Amount } from "#sdk/money/index.ts";
import type { Day } from "./day.ts";
import type { CycleId, ReceiptNumber, TerminalAddress } from "./ids.ts";

/** How the household was recognised at the counter; the place in this list plus one is the code on chain. */
export const RECOGNITIONS = ["card-pin", "biometric", "document", "override"] as const;

export type Recognition = (typeof RECOGNITIONS)[number];

/** Where a receipt stands: its terminal, the cycle it was paid from, and its number at the terminal. */
export interface ReceiptPlace {
  readonly terminal: TerminalAddress;
  readonly cycle: CycleId;
  readonly number: ReceiptNumber;
}

interface Entry extends ReceiptPlace {
  readonly account: AccountNumber;
  /** Ledger units, above zero. */
  readonly amount: Amount;
  readonly recognition: Recognition;
}

/** Goods or cash handed out. */
export interface Sale extends Entry {
  readonly kind: "sale";
  readonly day: Day;
}

/** A sale of the same terminal taken back, in whole or in part. */
export interface Refund extends Entry {
  readonly kind: "refund";
  readonly saleNumber: ReceiptNumber;
}

export type Receipt = Sale | Refund;

export type ReceiptKind = Receipt["kind"];

/** Whether two receipts say the same in every field. */
export function isSameReceipt(a: Receipt, b: Receipt): boolean {
  return (
    a.terminal === b.terminal &&
    a.cycle === b.cycle &&
    a.number === b.number &&
    a.account === b.account &&
    a.amount === b.amount &&
    a.recognition === b.recognition &&
    a.kind === b.kind &&
    referenceOf(a) === referenceOf(b)
  );
}

/** What a receipt refers to on chain: a sale to its day, a refund to the number of the sale. */
export function referenceOf(receipt: Receipt): number {
  return receipt.kind === "sale" ? receipt.day : receipt.saleNumber;
}
