// SPDX-License-Identifier: Apache-2.0

/** Bytes as 0x-prefixed lower-case hexadecimal. */
export type Hex = `0x${string}`;

const HEX_OF = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function toHex(bytes: Uint8Array): Hex {
  let text = "0x";
  for (const byte of bytes) text += HEX_OF[byte];
  return text as Hex;
}

/** Value of a hexadecimal digit by its character code; 255 for every other character. */
const DIGIT_VALUE = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = "0123456789abcdef".indexOf(String.fromCharCode(code).toLowerCase());
  return value < 0 ? 255 : value;
});

/** @throws RangeError when `hex` is not 0x and an even number of hexadecimal digits. */
export function fromHex(hex: string): Uint8Array {
  if (!hex.startsWith("0x") || hex.length % 2 !== 0) throw notHex();
  const bytes = new Uint8Array((hex.length - 2) / 2);
  for (let i = 0; i < bytes.length; i++) {
    const high = DIGIT_VALUE[hex.charCodeAt(2 + 2 * i)] ?? 255;
    const low = DIGIT_VALUE[hex.charCodeAt(3 + 2 * i)] ?? 255;
    if (high > 15 || low > 15) throw notHex();
    bytes[i] = (high << 4) | low;
  }
  return bytes;
}

function notHex(): RangeError {
  return new RangeError("not 0x-prefixed hexadecimal bytes");
}

/** Order of byte strings of equal length, most significant byte first: negative, zero or positive. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
