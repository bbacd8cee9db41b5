// SPDX-License-Identifier: Apache-2.0

import { ICurrencyUnit__factory } from "#bindings/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import type { Call } from "./call.ts";
import { PROGRAMME, UNIT } from "./faces.ts";
import type { ProgrammeHandle } from "./suite.ts";

/**
 * Let the programme take tokens from the payer; the first half of bringing money in.
 * @param tokens In the token's smallest unit: ledger units times `assetScale()` of the programme.
 */
export function approveTokensCall(
  { address, asset }: Pick<ProgrammeHandle, "address" | "asset">,
  tokens: bigint,
  payer: string,
): Call {
  return {
    to: asset,
    data: UNIT.encodeFunctionData("approve", [address, tokens]),
    expects: { event: "Approval", where: { owner: payer, spender: address, value: tokens } },
  };
}

/** Bring money in from the payer. @param amount Ledger units. @param source Recorded address that unspent money goes back to. */
export function fundCall(
  { address }: Pick<ProgrammeHandle, "address">,
  amount: bigint,
  source: string,
  payer: string,
): Call {
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("fund", [amount, source]),
    expects: { event: "Funded", where: { source, payer, amount } },
  };
}

/** How much of the programme's asset somebody holds, in whole ledger units. */
export async function tokensOf(
  { asset, contract }: Pick<ProgrammeHandle, "asset" | "contract">,
  holder: string,
): Promise<Amount> {
  const token = ICurrencyUnit__factory.connect(asset, contract.runner);
  const [tokens, scale] = await Promise.all([token.balanceOf(holder), contract.assetScale()]);
  return amountOf(tokens / scale);
}
