// SPDX-License-Identifier: Apache-2.0

import { type AccountNumber, chunkOf, type ProvenChunk } from "#sdk/list/index.ts";
import { fromHex, type Hex, toHex } from "#sdk/merkle/index.ts";
import type { ReceiptBatch } from "./batch.ts";
import { isRefundItem, unpackItems } from "./items.ts";

/** A chunk of the approved list with its proof, as the contract takes it. */
export interface ListExtract {
  readonly chunk: number;
  readonly payload: Hex;
  readonly proof: Hex[];
}

/**
 * The list chunks that a batch needs beside it: one for each block of accounts that its refunds touch, ascending.
 * A refund of an account in no chunk of the list gets none; the chain then stops before it with `ListExtractMissing`.
 * @param chunks The cycle's approved list.
 */
export function extractsFor(batch: ReceiptBatch, chunks: Iterable<ProvenChunk>): ListExtract[] {
  const refunds = unpackItems(fromHex(batch.items)).filter(isRefundItem);
  return extractsOf(new Set(refunds.map((item) => chunkOf(item.account))), chunks);
}

/** The list chunk of one account, for a correction that gives entitlement back; empty when the list does not have it. */
export function extractsOfAccount(account: AccountNumber, chunks: Iterable<ProvenChunk>): ListExtract[] {
  return extractsOf(new Set([chunkOf(account)]), chunks);
}

function extractsOf(wanted: ReadonlySet<number>, chunks: Iterable<ProvenChunk>): ListExtract[] {
  if (wanted.size === 0) return [];
  const found: ListExtract[] = [];
  for (const { chunk, payload, proof } of chunks) {
    if (wanted.has(chunk)) found.push({ chunk, payload: toHex(payload), proof: [...proof] });
  }
  return found.sort((a, b) => a.chunk - b.chunk);
}
