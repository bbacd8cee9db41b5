// SPDX-License-Identifier: Apache-2.0

import { formatEther, type Wallet } from "ethers";
import type { OfficeError } from "#sdk/office/OfficeError.ts";
import { TRANSACTION_GAS_CAP } from "#sdk/relay/index.ts";
import { jobError } from "./errors.ts";

/** What the relayer has and needs, in wei. */
export interface Funds {
  readonly balance: bigint;
  readonly needed: bigint;
  /** Too little for what waits, or for two transactions of the largest kind. */
  readonly isLow: boolean;
}

/** With less than this in hand somebody should already be on the way, even if nothing waits. */
const RESERVE_GAS = 2n * TRANSACTION_GAS_CAP;

/** Look at the relayer's balance. @param gas That the work which waits may use at most. */
export async function readFunds(signer: Wallet, gas: bigint): Promise<Funds> {
  const { provider } = signer;
  if (provider === null) throw new Error("The relayer's key has no provider.");
  const [balance, { gasPrice }] = await Promise.all([
    provider.getBalance(signer.address),
    provider.getFeeData(),
  ]);
  const price = gasPrice ?? 0n;
  const needed = gas * price;
  return { balance, needed, isLow: balance < needed || balance < RESERVE_GAS * price };
}

/** The refusal of work that cannot be paid for, with how much is missing. */
export function cannotPay(
  signer: Wallet,
  { balance, needed }: Pick<Funds, "balance" | "needed">,
): OfficeError {
  const missing = needed > balance ? needed - balance : needed;
  return jobError("cannotPay", {
    has: inCoin(balance),
    needs: inCoin(needed),
    missing: inCoin(missing),
    address: signer.address,
  });
}

/** Wei in the chain's coin, short enough for a sentence: rounded up to three digits that count. */
export function inCoin(wei: bigint): string {
  const digits = wei.toString().length;
  const unit = 10n ** BigInt(Math.max(0, digits - 3));
  return formatEther(((wei + unit - 1n) / unit) * unit);
}
