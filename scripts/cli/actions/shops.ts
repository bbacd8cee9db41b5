// SPDX-License-Identifier: Apache-2.0
import { encodeBytes32String, type Signer, ZeroAddress, ZeroHash } from "ethers";
import type { IShops } from "#bindings/index.ts";
import { contractNumber } from "#sdk/errors/contractWords.ts";
import { signAndSend } from "../send.ts";
import type { ProgrammeHandle } from "../suite.ts";

export type ShopTerms = IShops.ShopTermsStruct;
export type Payout = IShops.PayoutStruct;

/** A shop's terms in the office's words. Amounts in ledger units. */
export interface ShopTermsInput {
  readonly code: string;
  readonly kind: "retailer" | "cash agent" | "provider";
  readonly commissionBps: number;
  readonly ceilingPerDay: bigint;
  readonly offlineDays: number;
  readonly terminalLimit: bigint;
  readonly isActive: boolean;
}

export function shopTerms(input: ShopTermsInput): ShopTerms {
  return {
    ...input,
    code: encodeBytes32String(input.code),
    kind: contractNumber("shopKind", input.kind) ?? 0,
  };
}

/** Payout in tokens to an address. */
export function tokenPayout(account: string): Payout {
  return { mode: 0, account, bankReference: ZeroHash };
}

/** Payout through the bank. @param bankReference Keyed hash of the bank details. */
export function bankPayout(bankReference: string): Payout {
  return { mode: 1, account: ZeroAddress, bankReference };
}

/** A shop with its number. */
export interface ShopRow {
  readonly shop: number;
  readonly view: IShops.ShopViewStructOutput;
}

export async function listShops({ contract }: ProgrammeHandle): Promise<ShopRow[]> {
  const next = Number(await contract.nextShopId());
  const numbers = Array.from({ length: next - 1 }, (_, i) => i + 1);
  return await Promise.all(numbers.map(async (shop) => ({ shop, view: await contract.shopOf(shop) })));
}

/** Authorise a terminal key, at once. @param limit Ledger units a cycle. @throws ContractRefusal. */
export async function authoriseTerminal(
  programme: ProgrammeHandle,
  custodian: Signer,
  terminal: string,
  shop: number,
  limit: bigint,
): Promise<void> {
  const data = programme.contract.interface.encodeFunctionData("authoriseTerminal", [terminal, shop, limit]);
  await signAndSend(custodian, { to: programme.address, data });
}

/** Revoke a terminal, at once. @throws ContractRefusal. */
export async function revokeTerminal(
  programme: ProgrammeHandle,
  officer: Signer,
  terminal: string,
): Promise<void> {
  const data = programme.contract.interface.encodeFunctionData("revokeTerminal", [terminal]);
  await signAndSend(officer, { to: programme.address, data });
}
