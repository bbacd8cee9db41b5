// SPDX-License-Identifier: Apache-2.0

/** Longer than any number that a reader compares by eye; addresses and everything longer. */
const LONG_HEX = /0x[0-9a-f]{24,}/gi;

/** A text of somebody else's, fit to be shown: long hex (calldata, signatures, fingerprints, addresses) by its ends only. */
export function redactHex(text: string): string {
  return text.replace(LONG_HEX, (hex) => `${hex.slice(0, 6)}…${hex.slice(-4)}`);
}
