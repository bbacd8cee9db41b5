// SPDX-License-Identifier: Apache-2.0

import { type AbiWord, buildTree, type Hex, type Keccak256, standardLeaf, toHex } from "../merkle/index.ts";

/** A part of a committed list that proves itself, ready to be sent by anyone. */
export interface ProvenChunk {
  readonly chunk: number;
  readonly payload: Uint8Array;
  readonly proof: readonly Hex[];
}

/**
 * Put chunks under one root. The leaf of a chunk is the standard leaf of (uint256 chain id, address contract,
 * uint32 scope, uint32 chunk, bytes32 keccak256(payload)), so that it is good for one contract on one chain
 * and for nothing else.
 * @param scope What the list belongs to: the chain, the contract and the number of the cycle or organisation.
 */
export function proveChunks(
  scope: readonly AbiWord[],
  chunks: readonly Pick<ProvenChunk, "chunk" | "payload">[],
  keccak256: Keccak256,
): { root: Hex; chunks: ProvenChunk[] } {
  const leaves = chunks.map(({ chunk, payload }) =>
    standardLeaf([...scope, { uint: chunk }, { bytes32: keccak256(payload) }], keccak256),
  );
  const tree = buildTree(leaves, keccak256);
  return {
    root: toHex(tree.root),
    chunks: chunks.map((chunk, i) => ({ ...chunk, proof: tree.proof(i).map(toHex) })),
  };
}
