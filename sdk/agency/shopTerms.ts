// SPDX-License-Identifier: Apache-2.0

import { ZeroAddress, ZeroHash } from "ethers";
import type { IShops } from "#bindings/index.ts";
import { PAYOUT_MODES, SHOP_KINDS, type ShopKind } from "#sdk/history/names.ts";
import { codeBytes } from "./code.ts";

/** A shop's terms in the office's words. Amounts in ledger units. */
export interface ShopTermsInput {
  /** The office's own short code, such as "SHOP-014"; nothing personal. */
  readonly code: string;
  readonly kind: ShopKind;
  /** Hundredths of a percent. */
  readonly commissionBps: number;
  readonly ceilingPerDay: bigint;
  /** How many days' worth of the ceiling may arrive at once. */
  readonly offlineDays: number;
  /** Highest limit a cycle that a terminal of the shop may get. */
  readonly terminalLimit: bigint;
  readonly isActive: boolean;
}

/** Where a shop is paid, as the contract takes it. */
export interface Payout {
  readonly mode: number;
  /** Where tokens go; zero for a bank. */
  readonly account: string;
  /** Keyed hash of the bank details; zero for tokens. */
  readonly bankReference: string;
}

/** The terms as the contract takes them. @throws AgencyError AGENCY-301 for the code. */
export function shopTerms(input: ShopTermsInput): IShops.ShopTermsStruct {
  return { ...input, code: codeBytes(input.code), kind: SHOP_KINDS.indexOf(input.kind) };
}

/** Payout in tokens to an address. */
export function tokenPayout(account: string): Payout {
  return { mode: PAYOUT_MODES.indexOf("Token"), account, bankReference: ZeroHash };
}

/** Payout through the bank. @param bankReference See `bankReferenceOf`. */
export function bankPayout(bankReference: string): Payout {
  return { mode: PAYOUT_MODES.indexOf("Bank"), account: ZeroAddress, bankReference };
}
