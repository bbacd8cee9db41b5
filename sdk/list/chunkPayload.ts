// SPDX-License-Identifier: Apache-2.0

import { type Amount, MAX_ENTITLEMENT } from "../money/index.ts";
import { CHUNK_SIZE } from "./accountNumber.ts";
import { listError } from "./errors.ts";

/** A household within a chunk of 256 consecutive account numbers. */
export interface LaneAmount {
  readonly lane: number;
  /** In smallest units, 1 to 2^56 - 1. */
  readonly amount: Amount;
}

/** uint8 lane, uint56 amount. */
const ENTRY_BYTES = 8;
const AMOUNT_BITS = 56n;

/**
 * Payload of a chunk as it goes on chain: for each household 8 bytes, uint8 lane and big-endian uint56
 * amount, lanes ascending.
 * @throws ListError LIST-504 for lanes that are not ascending within 0..255, LIST-503 for an amount outside
 * 1..2^56 - 1.
 */
export function encodeChunk(households: readonly LaneAmount[]): Uint8Array {
  const payload = new Uint8Array(households.length * ENTRY_BYTES);
  const view = new DataView(payload.buffer);
  let previous = -1;
  households.forEach(({ lane, amount }, i) => {
    if (!Number.isInteger(lane) || lane <= previous || lane >= CHUNK_SIZE)
      throw listError("malformedPayload");
    if (amount <= 0n || amount > MAX_ENTITLEMENT) throw listError("amountOutOfRange");
    view.setBigUint64(i * ENTRY_BYTES, (BigInt(lane) << AMOUNT_BITS) | amount);
    previous = lane;
  });
  return payload;
}

/**
 * Read a payload back, strictly: whole entries, at least one, lanes ascending, every amount above zero.
 * @throws ListError LIST-504 otherwise.
 */
export function decodeChunk(payload: Uint8Array): LaneAmount[] {
  if (payload.length === 0 || payload.length % ENTRY_BYTES !== 0) throw listError("malformedPayload");
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const households: LaneAmount[] = [];
  let previous = -1;
  for (let at = 0; at < payload.length; at += ENTRY_BYTES) {
    const entry = view.getBigUint64(at);
    const lane = Number(entry >> AMOUNT_BITS);
    const amount = (entry & MAX_ENTITLEMENT) as Amount;
    if (lane <= previous || amount === 0n) throw listError("malformedPayload");
    households.push({ lane, amount });
    previous = lane;
  }
  return households;
}
