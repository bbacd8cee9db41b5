// SPDX-License-Identifier: Apache-2.0

import { hexlify, toUtf8Bytes } from "ethers";
import type { Band } from "../budget.ts";
import { PROGRAMME, UNIT } from "../faces.ts";

/** Record an address to which unspent money may go back. @param document keccak256 of the agreement. */
export function recordSource(source: string, document: string): string {
  return PROGRAMME.encodeFunctionData("recordSource", [source, document]);
}

/** Return free money to a recorded source. @param amount Ledger units. */
export function returnUnspent(amount: bigint, source: string): string {
  return PROGRAMME.encodeFunctionData("returnUnspent", [amount, source]);
}

/** Set free money aside for shops' commissions, or take it back. @param amount Ledger units. */
export function changeFeeReserve(amount: bigint, direction: "add" | "takeBack"): string {
  return PROGRAMME.encodeFunctionData("changeFeeReserve", [amount, direction === "add"]);
}

/** Replace the amount bands; waits two days. @param bands Ascending; the last bounds what can be approved. */
export function changeBands(bands: readonly Band[]): string {
  return PROGRAMME.encodeFunctionData("changeBands", [[...bands]]);
}

/** What currency units are issued against. */
export interface Funding {
  /** In the source currency's minor units. */
  readonly sourceAmount: bigint;
  /** ISO 4217. */
  readonly sourceCurrency: string;
  /** Units a source minor unit, scaled by 1e18. */
  readonly rate: bigint;
  /** keccak256 of the funding document. */
  readonly document: string;
}

/** Issue currency units; an act of the currency unit. @param amount Exactly sourceAmount * rate / 1e18, rounded down. */
export function issueUnits(to: string, amount: bigint, funding: Funding): string {
  const { sourceAmount, sourceCurrency, rate, document } = funding;
  const currency = hexlify(toUtf8Bytes(sourceCurrency));
  return UNIT.encodeFunctionData("issue", [
    to,
    amount,
    { sourceAmount, sourceCurrency: currency, rate, document },
  ]);
}
