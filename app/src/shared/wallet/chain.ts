// SPDX-License-Identifier: Apache-2.0

import { type Chain, defineChain } from "viem";
import { config } from "../config/index.ts";

const ETHER_DECIMALS = 18;

/** The chain of this console in the form that wallets are asked to add it. */
export function consoleChain(): Chain {
  const { id, name, rpcUrl, currencySymbol = "ETH", explorerUrl } = config().chain;
  return defineChain({
    id,
    name,
    nativeCurrency: { name: currencySymbol, symbol: currencySymbol, decimals: ETHER_DECIMALS },
    rpcUrls: { default: { http: [rpcUrl] } },
    ...(explorerUrl ? { blockExplorers: { default: { name, url: explorerUrl } } } : {}),
  });
}
