// SPDX-License-Identifier: Apache-2.0

import { isAddress } from "ethers";
import { bankPayout, bankReferenceOf, type Payout, tokenPayout } from "#sdk/agency/index.ts";
import { householdError } from "#sdk/households/index.ts";
import type { HouseholdKey } from "../../shared/households/index.ts";

/** Where a shop is paid, as typed. Bank details stay on this page. */
export interface PayoutFields {
  readonly mode: "Token" | "Bank";
  readonly account: string;
  readonly bankDetails: string;
}

export const NO_PAYOUT: PayoutFields = { mode: "Bank", account: "", bankDetails: "" };

const SHORTEST_DETAILS = 4;

export function isPayoutWhole({ mode, account, bankDetails }: PayoutFields): boolean {
  return mode === "Token" ? isAddress(account) : bankDetails.trim().length >= SHORTEST_DETAILS;
}

/** The payout as the ledger keeps it. @throws HouseholdError HOUSE-301 for bank details while the office's key is locked. */
export async function payoutOf(
  { mode, account, bankDetails }: PayoutFields,
  key: HouseholdKey | undefined,
): Promise<Payout> {
  if (mode === "Token") return tokenPayout(account);
  if (key === undefined) throw householdError("locked");
  return bankPayout(await bankReferenceOf(key.consortiumKey, bankDetails));
}
