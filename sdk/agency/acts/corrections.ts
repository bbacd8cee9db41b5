// SPDX-License-Identifier: Apache-2.0

import { type Correction, correctionStruct, type ListExtract } from "#sdk/receipts/index.ts";
import { PROGRAMME } from "../faces.ts";

/**
 * Correct a receipt, once.
 * @param extracts List chunk of the account that gets entitlement back, see `extractsForCorrection`; empty for honour.
 * @throws AnnonaError RCPT-405 for the reason; RangeError for an amount.
 */
export function correct(correction: Correction, extracts: readonly ListExtract[]): string {
  return PROGRAMME.encodeFunctionData("correct", [correctionStruct(correction), [...extracts]]);
}
