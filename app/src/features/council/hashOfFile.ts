// SPDX-License-Identifier: Apache-2.0

import { createKeccak } from "hash-wasm";

/** The fingerprint of a file, read piece by piece; undefined when it cannot be read to its end. */
export async function hashOfFile(file: File): Promise<string | undefined> {
  const hasher = await createKeccak(256);
  hasher.init();
  const reader = file.stream().getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      hasher.update(piece.value);
    }
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
  return `0x${hasher.digest("hex")}`;
}
