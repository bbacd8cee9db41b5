// SPDX-License-Identifier: Apache-2.0

import { getBytes, toUtf8String } from "ethers";

const PRINTABLE = /^[\x20-\x7e]*$/;

/**
 * A code that a contract keeps as fixed bytes, as text: ASCII, zeros at the end cut off. Bytes that are not printable ASCII are
 * shown as the hexadecimal that they are.
 */
export function textOfCode(bytes: string): string {
  const all = getBytes(bytes);
  let length = all.length;
  while (length > 0 && all[length - 1] === 0) length--;
  if (all.subarray(0, length).some((byte) => byte > 0x7e)) return bytes;
  const text = toUtf8String(all.subarray(0, length));
  return PRINTABLE.test(text) ? text : bytes;
}

/** As {@link textOfCode}; null for a code that was not given. */
export function optionalCode(bytes: string): string | null {
  return textOfCode(bytes) || null;
}

/**
 * A text that somebody stored on chain, fit for any store: what is not UTF-8 reads as "(unreadable)", and zero characters, which
 * PostgreSQL cannot keep, are replaced.
 * @param read Gives the decoded text; ethers throws at this moment when the bytes are not UTF-8.
 */
export function safeText(read: () => string): string {
  try {
    return read().replaceAll("\u0000", "\ufffd");
  } catch (error) {
    if (error instanceof Error) return "(unreadable)";
    throw error;
  }
}

/** A donor's or an officer's reference as text; null for none, and for bytes that are no text. */
export function textOfReference(bytes: string): string | null {
  const text = textOfCode(bytes);
  return text === "" || text === bytes ? null : text;
}
