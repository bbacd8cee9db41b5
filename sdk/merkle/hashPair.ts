// SPDX-License-Identifier: Apache-2.0

import { compareBytes } from "./bytes.ts";
import type { Keccak256 } from "./keccak.ts";

/** Inner node over two nodes, whose order does not matter. */
export function hashPair(a: Uint8Array, b: Uint8Array, keccak256: Keccak256): Uint8Array {
  const pair = new Uint8Array(64);
  const isInOrder = compareBytes(a, b) <= 0;
  pair.set(isInOrder ? a : b, 0);
  pair.set(isInOrder ? b : a, 32);
  return keccak256(pair);
}
