// SPDX-License-Identifier: Apache-2.0

import type { CheckedOptions } from "./options.ts";
import { type Problem, type ProblemName, problemAt, WHOLE_FILE } from "./problems.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export type DecodedText =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly problem: Problem };

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** First bytes of zip archives (.xlsx, .ods), old workbooks (.xls) and PDF. */
const BINARY_FORMATS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];

/**
 * Bytes of a file as text. UTF-8 with or without byte order mark, UTF-16 with one; Windows-1252 only when
 * stated, since any bytes are valid in it and a wrong guess would damage identifiers silently.
 */
export function decodeText(bytes: Uint8Array, stated: CheckedOptions["encoding"]): DecodedText {
  if (bytes.length === 0) return refused("emptyFile");
  if (BINARY_FORMATS.some((magic) => startsWith(bytes, magic))) return refused("notText");
  const encoding = recognise(bytes) ?? (stated === "auto" ? "utf-8" : stated);
  const text = decodeStrictly(bytes, encoding);
  // A NUL never occurs in a list; it is the sign of UTF-16 or UTF-32 without a mark, or of a binary file.
  if (text === undefined || text.includes("\0")) return refused("wrongEncoding");
  if (text.trim() === "") return refused("emptyFile");
  return { text, encoding };
}

function recognise(bytes: Uint8Array): Encoding | undefined {
  return BYTE_ORDER_MARKS.find(([, mark]) => startsWith(bytes, mark))?.[0];
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, i) => bytes[i] === byte);
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function refused(name: ProblemName): DecodedText {
  return { problem: problemAt(WHOLE_FILE, name) };
}
