// SPDX-License-Identifier: Apache-2.0

import type { BatchOutcome, ReceiptOutcome, RejectionName, StopName } from "#sdk/receipts/index.ts";
import { isSameReceipt, type Receipt } from "#sdk/receipts/receipt.ts";

/** How far a receipt has come, by the ledger's word. */
export type Progress =
  /** On this device only, as far as is known. */
  | { readonly kind: "kept" }
  /** The ledger was asked and does not count it yet; it is sent again. */
  | { readonly kind: "stopped"; readonly stop: StopName }
  | { readonly kind: "recorded" }
  /** Its number is used up and it counts nothing. */
  | { readonly kind: "rejected"; readonly rejection: RejectionName }
  /** The ledger has another receipt under its number: two devices have one key, or this one lost receipts. */
  | { readonly kind: "conflict" };

/** Whether the ledger has spoken for good. */
export function isFinal({ kind }: Progress): boolean {
  return kind === "recorded" || kind === "rejected" || kind === "conflict";
}

/**
 * What the ledger says about receipts of one terminal, by number. Those that it says nothing about are missing.
 * @param outcomes Its batches, in the order of the ledger.
 * @param nextNumber The number that the ledger expects next.
 */
export function readProgress(
  receipts: readonly Receipt[],
  outcomes: readonly BatchOutcome[],
  nextNumber: number,
): Map<number, Progress> {
  const told = new Map<number, Progress>();
  const recorded = new Map<number, ReceiptOutcome>(
    outcomes.flatMap((batch) => batch.receipts.map((one) => [one.number, one] as const)),
  );
  // An earlier stop is over when a later batch went on.
  const stop = outcomes.at(-1)?.stop;
  for (const receipt of receipts) {
    const outcome = recorded.get(receipt.number);
    if (outcome !== undefined) told.set(receipt.number, progressOf(receipt, outcome));
    else if (stop !== undefined && receipt.number === nextNumber) {
      told.set(receipt.number, { kind: "stopped", stop });
    }
  }
  return told;
}

function progressOf(own: Receipt, { receipt, rejection }: ReceiptOutcome): Progress {
  if (receipt === undefined || !isSameReceipt(receipt, own)) return { kind: "conflict" };
  return rejection === undefined ? { kind: "recorded" } : { kind: "rejected", rejection };
}
