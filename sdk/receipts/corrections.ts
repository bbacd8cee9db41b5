// SPDX-License-Identifier: Apache-2.0

import { encodeBytes32String } from "ethers";
import { AnnonaError } from "#sdk/errors/index.ts";
import type { AccountNumber } from "#sdk/list/index.ts";
import type { Hex } from "#sdk/merkle/index.ts";
import { type Amount, MAX_ENTITLEMENT } from "#sdk/money/index.ts";
import type { CycleId, ReceiptNumber, TerminalAddress } from "./ids.ts";
import type { Receipt, ReceiptPlace } from "./receipt.ts";

/** Kinds of correction, in the order of the contract's `CorrectionKind`. */
export const CORRECTION_KINDS = ["honour", "reverse", "reenter"] as const;

export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** Who is debited, and how much (ledger units). */
export interface Entry {
  readonly account: AccountNumber;
  readonly amount: Amount;
}

/** What of a receipt a correction depends on. */
export type CorrectableReceipt = Pick<
  Receipt,
  "terminal" | "cycle" | "number" | "kind" | "account" | "amount"
>;

/** A correction of one receipt; goes on chain once two officers agree on it. */
export interface Correction extends ReceiptPlace {
  readonly kind: CorrectionKind;
  /** Honour: what is credited now. Reverse and reenter: what had been credited; absent when the receipt never reached the chain. */
  readonly old?: Entry;
  /** Reenter: the right entry. */
  readonly new?: Entry;
  /** Code of the reason, at most 31 ASCII characters, such as "WRONG-AMOUNT". */
  readonly reason: string;
}

/** The same as the contract takes it. */
export interface CorrectionStruct {
  readonly terminal: TerminalAddress;
  readonly number: ReceiptNumber;
  readonly cycle: CycleId;
  readonly kind: number;
  readonly account: number;
  readonly amount: bigint;
  readonly newAccount: number;
  readonly newAmount: bigint;
  readonly reason: Hex;
}

/**
 * Credit a receipt that the chain rejected.
 * @param entry What is credited; of a receipt that took more than was left, at most what is left.
 * @throws AnnonaError RCPT-403 for a refund.
 */
export function honour(receipt: CorrectableReceipt, entry: Entry, reason: string): Correction {
  return { ...placeOf(requireSale(receipt)), kind: "honour", old: entry, reason };
}

/**
 * Take back a receipt that the chain credited.
 * @throws AnnonaError RCPT-403 for a refund.
 */
export function reverse(receipt: CorrectableReceipt, reason: string): Correction {
  return { ...placeOf(requireSale(receipt)), kind: "reverse", old: entryOf(receipt), reason };
}

/**
 * Replace a receipt that the chain credited by the right entry.
 * @throws AnnonaError RCPT-403 for a refund.
 */
export function reenter(receipt: CorrectableReceipt, entry: Entry, reason: string): Correction {
  return { ...placeOf(requireSale(receipt)), kind: "reenter", old: entryOf(receipt), new: entry, reason };
}

/** Enter a receipt of a revoked terminal that never reached the chain. */
export function reenterLost(place: ReceiptPlace, entry: Entry, reason: string): Correction {
  return { ...placeOf(place), kind: "reenter", new: entry, reason };
}

/**
 * @throws AnnonaError RCPT-405 when the reason is no code of at most 31 ASCII characters.
 * @throws RangeError when an amount is not above zero or above uint56.
 */
export function correctionStruct(correction: Correction): CorrectionStruct {
  const { terminal, number, cycle, old: before, new: after } = correction;
  return {
    terminal,
    number,
    cycle,
    kind: CORRECTION_KINDS.indexOf(correction.kind),
    account: before?.account ?? 0,
    amount: before ? checked(before.amount) : 0n,
    newAccount: after?.account ?? 0,
    newAmount: after ? checked(after.amount) : 0n,
    reason: reasonBytes(correction.reason),
  };
}

const REASON = /^[\x20-\x7e]{1,31}$/;

function reasonBytes(reason: string): Hex {
  if (REASON.test(reason)) return encodeBytes32String(reason) as Hex;
  throw new AnnonaError({
    code: "RCPT-405",
    summary: "The reason of the correction is not a code of 1 to 31 plain letters.",
    next: "Write a short code such as WRONG-AMOUNT, without accents.",
  });
}

function checked(amount: Amount): bigint {
  if (amount <= 0n || amount > MAX_ENTITLEMENT) throw new RangeError("amount does not fit a correction");
  return amount;
}

/**
 * The contract keeps one bit for each receipt and cannot tell a refund from a sale: reversing a refund would give the household
 * its money a second time. So corrections of refunds end here.
 */
function requireSale(receipt: CorrectableReceipt): CorrectableReceipt {
  if (receipt.kind === "sale") return receipt;
  throw new AnnonaError({
    code: "RCPT-403",
    summary: `Receipt ${receipt.number} is a refund, and only sales can be corrected.`,
    next: "Correct the sale that it refunded, or settle the difference with the shop.",
  });
}

function placeOf({ terminal, cycle, number }: ReceiptPlace): ReceiptPlace {
  return { terminal, cycle, number };
}

function entryOf({ account, amount }: Entry): Entry {
  return { account, amount };
}
