// SPDX-License-Identifier: Apache-2.0

/** Code points of the digit zero in scripts that registers are kept in; nine more digits follow each. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0,
] as const;

const VALUE_OF = new Map<string, string>(
  ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, digit) => [String.fromCodePoint(zero + digit), String(digit)] as const),
  ),
);

/** Decimal digits other than 0-9. */
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu;

/** Write decimal digits of other scripts (Arabic-Indic, Devanagari, Burmese ...) as 0-9, and nothing else. */
export function foldDigits(text: string): string {
  return text.replace(FOREIGN_DIGIT, (digit) => VALUE_OF.get(digit) ?? digit);
}
