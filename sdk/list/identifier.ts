// SPDX-License-Identifier: Apache-2.0

import { foldDigits } from "../money/index.ts";
import { MAX_IDENTIFIER_LENGTH } from "./limits.ts";

declare const identifierBrand: unique symbol;

/**
 * An identifier in normal form by profile {@link IDENTIFIER_PROFILE}. Personal data: never logged, never
 * sent, never on chain.
 */
export type Identifier = string & { readonly [identifierBrand]: "Identifier" };

export type IdentifierFault = "missingId" | "damagedId" | "longId" | "illegalId";

export type IdentifierReading = { readonly identifier: Identifier } | { readonly fault: IdentifierFault };

/**
 * The published profile. Agencies that follow it get the same commitment for the same document, however it
 * was typed:
 *
 * 1. Unicode NFKC, so that full-width and presentation forms become ordinary letters;
 * 2. decimal digits of other scripts become 0-9;
 * 3. white space, invisible format characters, dashes and the separators . / _ ' , + ( ) are removed;
 * 4. upper case by Unicode's own mapping, in no language's way, then NFKC again;
 * 5. what remains is 1 to 64 letters, marks and digits 0-9. Leading zeros stay.
 */
export const IDENTIFIER_PROFILE = "annona-id-1";

const ALREADY_NORMAL = /^[0-9A-Z]{1,64}$/;
const SEPARATORS = /[\s\p{Cf}\p{Pd}\u2212./_'\u2018\u2019,+()]/gu;
const ALLOWED = /^[\p{L}\p{M}0-9]+$/u;
/**
 * 2.54708E+11 as spreadsheets shorten long numbers; 46913810.0 and 46,913,810.00 as programs write columns of
 * numbers.
 */
const MADE_A_NUMBER = /^[0-9]+[.,][0-9]+E[+-]?[0-9]+$|^[0-9]+E\+[0-9]+$|^[0-9][0-9\s.,']*[.,]0{1,2}$/i;

/** Bring an identifier into normal form. Normalising twice changes nothing. */
export function normaliseIdentifier(written: string): IdentifierReading {
  if (ALREADY_NORMAL.test(written)) return { identifier: written as Identifier };
  const text = foldDigits(written.normalize("NFKC").trim());
  if (MADE_A_NUMBER.test(text)) return { fault: "damagedId" };
  const normal = text.replace(SEPARATORS, "").toUpperCase().normalize("NFKC");
  if (normal === "") return { fault: "missingId" };
  if (!ALLOWED.test(normal)) return { fault: "illegalId" };
  if ([...normal].length > MAX_IDENTIFIER_LENGTH) return { fault: "longId" };
  return { identifier: normal as Identifier };
}
