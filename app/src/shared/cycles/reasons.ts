// SPDX-License-Identifier: Apache-2.0

import { words } from "./words/index.ts";

/** Codes with which a prepared cycle is sent back. They go onto the ledger as they are; the words for them depend on the reader. */
export const RETURN_REASONS = [
  "AMOUNTS",
  "HOUSEHOLDS",
  "DUPLICATES",
  "DATES",
  "BUDGET",
  "DOCUMENTS",
  "LIST-DIFFERS",
  "OTHER",
] as const;

/** Codes with which an approved cycle is cancelled, stopped, extended or reduced. */
export const CHANGE_REASONS = [
  "SECURITY",
  "MARKET",
  "AMOUNTS",
  "HOUSEHOLDS",
  "DATES",
  "BUDGET",
  "REPLACED",
  "OTHER",
] as const;

/** Codes with which a programme is paused. */
export const PAUSE_REASONS = ["LOST-KEYS", "FRAUD", "ERRORS", "SECURITY", "MARKET", "OTHER"] as const;

/** A reason in the reader's words, with its code; a code that another console wrote stands as it is. */
export function reasonText(code: string): string {
  const label = words.reasons[code];
  return label === undefined ? code : words.withCode(label, code);
}

/** Reasons to choose from, as the options of a field; the first one is none. */
export function reasonOptions(codes: readonly string[]): readonly { value: string; label: string }[] {
  const options = codes.map((code) => ({ value: code, label: words.reasons[code] ?? code }));
  return [{ value: "", label: words.choose }, ...options];
}
