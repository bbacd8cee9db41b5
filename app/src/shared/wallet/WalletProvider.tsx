// SPDX-License-Identifier: Apache-2.0

import { type ComponentType, createContext, type ReactNode, useContext, useState } from "react";
import { type CreateConnectorFn, WagmiProvider } from "wagmi";
import { makeWalletConfig } from "./walletConfig.ts";

/** What a demonstration adds: officers without a wallet, and a way to choose among them. */
export interface WalletAddition {
  readonly connectors: readonly CreateConnectorFn[];
  /** Ids of these connectors: they stand in the menu below and not among the wallets. */
  readonly ids: ReadonlySet<string>;
  /** Stands first in the officer's menu. */
  readonly Menu: ComponentType<{ readonly onDone: () => void }>;
}

interface WalletProviderProps {
  readonly addition?: WalletAddition | undefined;
  readonly children: ReactNode;
}

const Addition = createContext<WalletAddition | undefined>(undefined);

/** Gives the pages their wallet. Stands inside the query provider; the configuration file has been read by then. */
export function WalletProvider({ addition, children }: WalletProviderProps) {
  const [wagmi] = useState(() => makeWalletConfig(addition?.connectors ?? []));
  return (
    <Addition value={addition}>
      <WagmiProvider config={wagmi}>{children}</WagmiProvider>
    </Addition>
  );
}

export function useAddition(): WalletAddition | undefined {
  return useContext(Addition);
}
