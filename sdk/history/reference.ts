// SPDX-License-Identifier: Apache-2.0

const BYTES = 32;
const HASH = /^0x[0-9a-fA-F]{64}$/;

/**
 * A donor's reference as the 32 bytes on chain: text in UTF-8 with zeros behind it, or the bytes themselves in hexadecimal. No ethers here,
 * since the public pages ask by it.
 * @returns Lower case; null for a text that is empty or does not fit.
 */
export function referenceBytes(reference: string): string | null {
  if (HASH.test(reference)) return reference.toLowerCase();
  const bytes = new TextEncoder().encode(reference.trim());
  if (bytes.length === 0 || bytes.length > BYTES) return null;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `0x${digits.padEnd(BYTES * 2, "0")}`;
}
