// SPDX-License-Identifier: Apache-2.0

import { codeBytes } from "../code.ts";
import { PROGRAMME } from "../faces.ts";
import type { SettlementTerms } from "../settlementTerms.ts";

/** Settle with a shop: tokens are paid at once, a bank is instructed. */
export function makeSettlement(terms: SettlementTerms): string {
  return PROGRAMME.encodeFunctionData("settle", [{ ...terms, lastReceipts: [...terms.lastReceipts] }]);
}

/** The bank's statement shows an instructed settlement as paid. @param bankStatement keccak256 of the recorded file. */
export function confirmSettlement(settlement: number, bankStatement: string): string {
  return PROGRAMME.encodeFunctionData("confirmSettlement", [settlement, bankStatement]);
}

/** The bank's statement shows it as returned; the shop is owed again. @param reason Code such as "AC04". @throws AgencyError AGENCY-301. */
export function returnSettlement(settlement: number, reason: string, bankStatement: string): string {
  return PROGRAMME.encodeFunctionData("returnSettlement", [settlement, codeBytes(reason), bankStatement]);
}
