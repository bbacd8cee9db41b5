// SPDX-License-Identifier: Apache-2.0

import { createKeccak } from "hash-wasm";

/** keccak256 of a file, piece by piece, without taking the page's breath. */
export async function fingerprintOf(content: Blob): Promise<string> {
  const hasher = await createKeccak(256);
  hasher.init();
  const reader = content.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) hasher.update(piece.value);
  return `0x${hasher.digest("hex")}`;
}
