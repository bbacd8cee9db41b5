// SPDX-License-Identifier: Apache-2.0

import { fromHex, type Hex, loadKeccak, toHex } from "../merkle/index.ts";
import { CHUNK_SIZE } from "./accountNumber.ts";
import type { Commitment } from "./commitment.ts";
import { type ProvenChunk, proveChunks } from "./committedChunks.ts";
import { listError } from "./errors.ts";

const COMMITMENT_BYTES = 32;

/** Where accounts are opened, and for whom. */
export interface OpeningScope {
  readonly chainId: bigint | number;
  /** Address of the account registry. */
  readonly registry: string;
  readonly organisation: number;
}

/** An opening as a custodian signs it and anyone pushes it. */
export interface Opening {
  readonly root: Hex;
  /** Commitments in it; each stands once. */
  readonly count: number;
  /** Ascending from 0. All hold 256 commitments but the last, which may hold fewer. */
  readonly chunks: readonly ProvenChunk[];
}

/**
 * Build an opening of accounts. Commitments keep the order given, so that households of one list become
 * neighbours; one that is given again is left out.
 * @throws ListError LIST-501 when there is nothing to open.
 */
export async function buildOpening(
  commitments: readonly Commitment[],
  scope: OpeningScope,
): Promise<Opening> {
  const distinct = [...new Set(commitments)];
  if (distinct.length === 0) throw listError("emptyList");
  const chunks = Array.from({ length: Math.ceil(distinct.length / CHUNK_SIZE) }, (_, chunk) => ({
    chunk,
    payload: concatenate(distinct.slice(chunk * CHUNK_SIZE, (chunk + 1) * CHUNK_SIZE)),
  }));
  const words = [{ uint: scope.chainId }, { address: scope.registry }, { uint: scope.organisation }];
  return { ...proveChunks(words, chunks, await loadKeccak()), count: distinct.length };
}

function concatenate(commitments: readonly Commitment[]): Uint8Array {
  const payload = new Uint8Array(commitments.length * COMMITMENT_BYTES);
  commitments.forEach((commitment, i) => {
    payload.set(fromHex(commitment), i * COMMITMENT_BYTES);
  });
  return payload;
}

/**
 * Commitments of an opening's chunk, in order.
 * @throws ListError LIST-504 when the payload is not a whole number of commitments.
 */
export function readOpeningChunk(payload: Uint8Array): Commitment[] {
  const count = payload.length / COMMITMENT_BYTES;
  if (!Number.isInteger(count) || count === 0 || count > CHUNK_SIZE) throw listError("malformedPayload");
  return Array.from({ length: count }, (_, i) =>
    toHex(payload.subarray(i * COMMITMENT_BYTES, (i + 1) * COMMITMENT_BYTES)),
  ) as Commitment[];
}
