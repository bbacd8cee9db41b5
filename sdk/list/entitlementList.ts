// SPDX-License-Identifier: Apache-2.0

import { type Hex, loadKeccak } from "../merkle/index.ts";
import { type Amount, sumAmounts } from "../money/index.ts";
import { accountAt, chunkOf, laneOf } from "./accountNumber.ts";
import { decodeChunk, encodeChunk } from "./chunkPayload.ts";
import { type ProvenChunk, proveChunks } from "./committedChunks.ts";
import { listError } from "./errors.ts";
import type { NamelessEntry } from "./nameless.ts";

/** The cycle that a list is committed to. */
export interface ListScope {
  readonly chainId: bigint | number;
  /** Address of the programme. */
  readonly programme: string;
  readonly cycleId: number;
}

/** An entitlement list as officers sign it and a programme loads it. */
export interface EntitlementList {
  readonly root: Hex;
  /** Ascending; only those that have households. */
  readonly chunks: readonly ProvenChunk[];
  readonly households: number;
  /** In smallest units. */
  readonly total: Amount;
}

type Entry = Pick<NamelessEntry, "account" | "amount">;

/**
 * Commit a nameless list to a cycle. The order of the entries does not matter.
 * @throws ListError LIST-501 for no entries, LIST-502 for an account that stands twice, LIST-503 for an
 * amount outside 1..2^56 - 1.
 */
export async function buildEntitlementList(
  entries: readonly Entry[],
  scope: ListScope,
): Promise<EntitlementList> {
  if (entries.length === 0) throw listError("emptyList");
  const sorted = [...entries].sort((a, b) => a.account - b.account);
  if (sorted.some(({ account }, i) => i > 0 && account === sorted[i - 1]?.account))
    throw listError("accountRepeated");
  const words = [{ uint: scope.chainId }, { address: scope.programme }, { uint: scope.cycleId }];
  const proven = proveChunks(words, toChunks(sorted), await loadKeccak());
  return { ...proven, households: sorted.length, total: sumAmounts(sorted.map(({ amount }) => amount)) };
}

function toChunks(sorted: readonly Entry[]): { chunk: number; payload: Uint8Array }[] {
  const chunks: { chunk: number; payload: Uint8Array }[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const chunk = chunkOf((sorted[start] as Entry).account);
    while (end < sorted.length && chunkOf((sorted[end] as Entry).account) === chunk) end++;
    const households = sorted
      .slice(start, end)
      .map(({ account, amount }) => ({ lane: laneOf(account), amount }));
    chunks.push({ chunk, payload: encodeChunk(households) });
  }
  return chunks;
}

/**
 * Entries of a loaded chunk, from its event or from a file.
 * @throws ListError LIST-504 when the payload is not well formed.
 */
export function readChunk(chunk: number, payload: Uint8Array): Pick<NamelessEntry, "account" | "amount">[] {
  return decodeChunk(payload).map(({ lane, amount }) => ({ account: accountAt(chunk, lane), amount }));
}
