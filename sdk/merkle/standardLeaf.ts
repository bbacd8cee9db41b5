// SPDX-License-Identifier: Apache-2.0

import { type AbiWord, encodeWords } from "./abi.ts";
import type { Keccak256 } from "./keccak.ts";

/**
 * Leaf of OpenZeppelin's standard tree: `keccak256(keccak256(abi.encode(...)))`. Hashing twice keeps a leaf
 * from being mistaken for an inner node, which is the hash of 64 bytes once.
 */
export function standardLeaf(words: readonly AbiWord[], keccak256: Keccak256): Uint8Array {
  return keccak256(keccak256(encodeWords(words)));
}
