// SPDX-License-Identifier: Apache-2.0

import { type CreateConnectorFn, createConfig, createStorage, http } from "wagmi";
import { consoleChain } from "./chain.ts";
import { STORED_AS } from "./store.ts";

/**
 * What wagmi knows: one chain, and the wallets that announce themselves by EIP-6963. No wallet's own kit is part of the console:
 * they bring code from elsewhere and servers in the middle.
 * @param connectors Of a demonstration; none otherwise.
 */
export function makeWalletConfig(connectors: readonly CreateConnectorFn[]) {
  const chain = consoleChain();
  return createConfig({
    chains: [chain],
    connectors: [...connectors],
    transports: { [chain.id]: http() },
    storage: createStorage({ key: STORED_AS, storage: window.localStorage }),
  });
}
