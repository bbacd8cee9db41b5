// SPDX-License-Identifier: Apache-2.0

/** A reference takes 32 bytes on the ledger: as text, or written out in hexadecimal. */
const MOST_BYTES = 32;
const IN_FULL = /^0x[0-9a-f]{64}$/i;

export type ReferenceFault = "missing" | "tooLong";

/** What is wrong with a reference as somebody typed it; undefined when it can be looked up. */
export function faultOfReference(text: string): ReferenceFault | undefined {
  const said = text.trim();
  if (said === "") return "missing";
  const isTooLong = !IN_FULL.test(said) && new TextEncoder().encode(said).length > MOST_BYTES;
  return isTooLong ? "tooLong" : undefined;
}
