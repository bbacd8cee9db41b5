// SPDX-License-Identifier: Apache-2.0

import { compareBytes } from "./bytes.ts";
import { hashPair } from "./hashPair.ts";
import type { Keccak256 } from "./keccak.ts";

/**
 * Whether `leaf` stands under `root`, as OpenZeppelin's `MerkleProof.verify` decides. All values are 32
 * bytes.
 */
export function verifyProof(
  root: Uint8Array,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  keccak256: Keccak256,
): boolean {
  const reached = proof.reduce((node, sibling) => hashPair(node, sibling, keccak256), leaf);
  return reached.length === root.length && compareBytes(reached, root) === 0;
}
