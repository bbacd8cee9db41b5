// SPDX-License-Identifier: Apache-2.0

import { chunkOf } from "#sdk/list/index.ts";
import type { Receipt } from "./receipt.ts";

/** Most receipts in one batch; the contract refuses more. */
export const MAX_BATCH_ITEMS = 500;

/** What one transaction may use. Gas: EIP-7825. Data: nodes commonly refuse transactions above 128 KiB. */
export interface TransactionLimits {
  readonly gas: number;
  readonly dataBytes: number;
}

export const TRANSACTION_LIMITS: TransactionLimits = { gas: 16_777_216, dataBytes: 120_000 };

/**
 * Costs that no batch exceeds, at today's and at the announced gas schedule: every account in a word of its own, each refunded
 * account in a full
 * chunk of a list of a million chunks. A terminal signs a batch before anyone knows the list's proofs, so the worst case
 * has to fit.
 */
const BATCH_GAS = 250_000;
const SALE_GAS = 20_000;
const REFUND_GAS = 45_000;
const EXTRACT_GAS = 220_000;
const BATCH_BYTES = 1_000;
const ITEM_DATA_BYTES = 16;
/** 256 households of 8 bytes, 20 hashes of proof, and the words that frame them. */
const EXTRACT_BYTES = 256 * 8 + 20 * 32 + 7 * 32;

/** Running estimate of a batch to which receipts are added one by one. */
export interface BatchLoad {
  /** Whether the batch would still fit into one transaction with this receipt. */
  fits(receipt: Receipt): boolean;
  add(receipt: Receipt): void;
}

/** @param limits What the network lets one transaction use. */
export function emptyLoad(limits: TransactionLimits): BatchLoad {
  const extracts = new Set<number>();
  let items = 0;
  let gas = BATCH_GAS;
  let bytes = BATCH_BYTES;
  const costOf = (receipt: Receipt): { gas: number; bytes: number } => {
    if (receipt.kind === "sale") return { gas: SALE_GAS, bytes: ITEM_DATA_BYTES };
    if (extracts.has(chunkOf(receipt.account))) return { gas: REFUND_GAS, bytes: ITEM_DATA_BYTES };
    return { gas: REFUND_GAS + EXTRACT_GAS, bytes: ITEM_DATA_BYTES + EXTRACT_BYTES };
  };
  return {
    fits(receipt) {
      const cost = costOf(receipt);
      return (
        items < MAX_BATCH_ITEMS && gas + cost.gas <= limits.gas && bytes + cost.bytes <= limits.dataBytes
      );
    },
    add(receipt) {
      const cost = costOf(receipt);
      items += 1;
      gas += cost.gas;
      bytes += cost.bytes;
      if (receipt.kind === "refund") extracts.add(chunkOf(receipt.account));
    },
  };
}
