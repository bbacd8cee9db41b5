// SPDX-License-Identifier: Apache-2.0

import { fromHex, type Hex, toHex } from "#sdk/merkle/index.ts";
import { type CycleId, type ReceiptNumber, receiptNumber, type TerminalAddress } from "./ids.ts";
import { encodeReceipts, ITEM_BYTES } from "./items.ts";
import type { Receipt } from "./receipt.ts";

/** Consecutive receipts of one terminal in one cycle, as the contract takes them. */
export interface ReceiptBatch {
  readonly terminal: TerminalAddress;
  readonly cycle: CycleId;
  readonly firstNumber: ReceiptNumber;
  /** 16 bytes a receipt. */
  readonly items: Hex;
}

/**
 * @param receipts At least one; consecutive numbers of one terminal and cycle.
 * @throws RangeError when they are not, or an amount does not fit.
 */
export function batchOf(receipts: readonly Receipt[]): ReceiptBatch {
  const [first] = receipts;
  if (first === undefined) throw new RangeError("a batch needs a receipt");
  const { terminal, cycle, number } = first;
  const areConsecutive = receipts.every(
    (receipt, i) => receipt.terminal === terminal && receipt.cycle === cycle && receipt.number === number + i,
  );
  if (!areConsecutive)
    throw new RangeError("receipts of a batch are consecutive, of one terminal and one cycle");
  return { terminal, cycle, firstNumber: number, items: toHex(encodeReceipts(receipts)) };
}

/** Number of the last receipt in a batch. */
export function lastNumberOf(batch: ReceiptBatch): ReceiptNumber {
  return receiptNumber(batch.firstNumber + fromHex(batch.items).length / ITEM_BYTES - 1);
}
