// SPDX-License-Identifier: Apache-2.0

import { PROGRAMME } from "../faces.ts";
import { type Payout, type ShopTermsInput, shopTerms } from "../shopTerms.ts";

/** Register a shop; it gets the programme's next shop number. @throws AgencyError AGENCY-301 for its code. */
export function registerShop(terms: ShopTermsInput, payout: Payout): string {
  return PROGRAMME.encodeFunctionData("registerShop", [shopTerms(terms), payout]);
}

/** Replace a shop's terms. @throws AgencyError AGENCY-301 for its code. */
export function changeShop(shop: number, terms: ShopTermsInput): string {
  return PROGRAMME.encodeFunctionData("changeShopTerms", [shop, shopTerms(terms)]);
}

/** Replace where a shop is paid; waits two days. */
export function changePayout(shop: number, payout: Payout): string {
  return PROGRAMME.encodeFunctionData("changePayout", [shop, payout]);
}
