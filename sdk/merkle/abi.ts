// SPDX-License-Identifier: Apache-2.0

import { fromHex } from "./bytes.ts";

const WORD = 32;

/** A value of a static ABI type: `uint` for any uintN, `address`, or `bytes32`. */
export type AbiWord =
  | { readonly uint: bigint | number }
  | { readonly address: string }
  | { readonly bytes32: Uint8Array };

/**
 * `abi.encode` of static values: one 32-byte word each. Everything that Annona hashes is static, so that no
 * ABI library is needed where lists are built.
 * @throws RangeError when a value does not fit its type.
 */
export function encodeWords(words: readonly AbiWord[]): Uint8Array {
  const encoded = new Uint8Array(words.length * WORD);
  words.forEach((word, i) => {
    encoded.set(encodeWord(word), i * WORD);
  });
  return encoded;
}

function encodeWord(word: AbiWord): Uint8Array {
  if ("uint" in word) return encodeUint(BigInt(word.uint));
  if ("bytes32" in word) return exactly(word.bytes32, WORD);
  const encoded = new Uint8Array(WORD);
  encoded.set(exactly(fromHex(word.address), 20), 12);
  return encoded;
}

function encodeUint(value: bigint): Uint8Array {
  if (value < 0n || value >> 256n !== 0n) throw new RangeError("not a uint256");
  return fromHex(`0x${value.toString(16).padStart(2 * WORD, "0")}`);
}

function exactly(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new RangeError(`expected ${length} bytes, got ${bytes.length}`);
  return bytes;
}
