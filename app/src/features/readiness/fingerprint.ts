// SPDX-License-Identifier: Apache-2.0

/** keccak256 of a text's bytes, as documents are recorded. Its code is loaded when it is asked for. */
export async function fingerprintOf(text: string): Promise<string> {
  const { keccak } = await import("hash-wasm");
  return `0x${await keccak(new TextEncoder().encode(text), 256)}`;
}
