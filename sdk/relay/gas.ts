// SPDX-License-Identifier: Apache-2.0

/** No transaction may use more (EIP-7825). */
export const TRANSACTION_GAS_CAP = 16_777_216n;

/** What one transaction is planned to use at most; the rest of the cap is slack for proofs and for a node's own rounding. */
export const PLANNED_GAS = 15_500_000n;

const TRANSACTION = 60_000n;
const CALLDATA_BYTE = 16n;

/** Bytes of an entry in a cycle chunk: uint8 lane, uint56 amount. */
const ENTRY = 8;

/** Upper bound for pushing one chunk of an opening, dearest case: every commitment is new. */
export function gasOfOpening(commitments: Uint8Array): bigint {
  const count = BigInt(commitments.length / 32);
  return TRANSACTION + count * (26_000n + 32n * CALLDATA_BYTE);
}

/** Upper bound for loading one chunk, dearest case: each word (four neighbouring accounts) is created. */
export function gasOfChunk(payload: Uint8Array): bigint {
  const words = new Set<number>();
  for (let at = 0; at < payload.length; at += ENTRY) words.add((payload[at] ?? 0) >> 2);
  const households = BigInt(payload.length / ENTRY);
  return 60_000n + BigInt(words.size) * 22_800n + households * 700n + BigInt(payload.length) * CALLDATA_BYTE;
}

/** Upper bound for a batch of receipts, dearest case: every account is in another word. */
export function gasOfBatch(items: number, extracts: number): bigint {
  return TRANSACTION + 150_000n + BigInt(items) * 13_000n + BigInt(extracts) * 120_000n;
}

/** Gas to state for an expected use, never above the cap. */
export function gasLimit(expected: bigint): bigint {
  return expected < TRANSACTION_GAS_CAP ? expected : TRANSACTION_GAS_CAP;
}
