// SPDX-License-Identifier: Apache-2.0

import { ICurrencyUnit__factory } from "#bindings/index.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import type { FundHandle } from "./handle.ts";

/** What somebody could give, in whole ledger units of the fund. */
export interface Holdings {
  readonly tokens: Amount;
  readonly ether: Amount;
  /** How much the fund may take already, in the token's smallest units. */
  readonly allowed: bigint;
}

export async function readHoldings(
  { provider }: Pick<Suite, "provider">,
  { address, asset, assetScale }: FundHandle,
  holder: string,
): Promise<Holdings> {
  // Any ERC-20: the unit's interface has its functions.
  const token = ICurrencyUnit__factory.connect(asset, provider);
  const [tokens, allowed, wei] = await Promise.all([
    token.balanceOf(holder),
    token.allowance(holder, address),
    provider.getBalance(holder),
  ]);
  return { tokens: amountOf(tokens / assetScale), ether: amountOf(wei / assetScale), allowed };
}
