// SPDX-License-Identifier: Apache-2.0

import type { FileReceipt } from "../../support/receiptFile.ts";

/** Receipts of a terminal that the story plants differences in, and by how much the first is wrong. */
const PLANTED = { wrongAmount: 10, leftOut: 11, twice: 12 } as const;
export const WRONG_BY = 5_000n;

/** A shop's statement with one wrong amount, one receipt left out, one twice, and one that the ledger does not have. */
export function withDifferences(
  receipts: readonly FileReceipt[],
  terminal: string,
  unknown: FileReceipt,
): FileReceipt[] {
  const wrong = receipts.flatMap((receipt) => {
    if (receipt.terminal !== terminal) return [receipt];
    if (receipt.number === PLANTED.wrongAmount) return [{ ...receipt, amount: receipt.amount - WRONG_BY }];
    if (receipt.number === PLANTED.leftOut) return [];
    return receipt.number === PLANTED.twice ? [receipt, receipt] : [receipt];
  });
  return [...wrong, unknown];
}

/** The statement that is right after the ledger's own wrong amount was corrected. */
export function afterCorrection(receipts: readonly FileReceipt[], terminal: string): FileReceipt[] {
  return receipts.map((receipt) =>
    receipt.terminal === terminal && receipt.number === PLANTED.wrongAmount
      ? { ...receipt, amount: receipt.amount - WRONG_BY }
      : receipt,
  );
}
