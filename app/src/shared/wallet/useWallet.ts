// SPDX-License-Identifier: Apache-2.0

import { useMutation } from "@tanstack/react-query";
import { type Connector, useConfig, useConnection } from "wagmi";
import { connect, disconnect, switchChain } from "wagmi/actions";
import { config } from "../config/index.ts";

/** The connected wallet as the pages see it. */
export interface Wallet {
  /** Checksummed; undefined while nobody is connected. */
  readonly address: string | undefined;
  readonly walletName: string | undefined;
  /** Whether a connection of the last visit is being restored or a new one made. */
  readonly isConnecting: boolean;
  /** Whether the wallet is on this console's chain. True while nobody is connected. */
  readonly isOnChain: boolean;
}

export function useWallet(): Wallet {
  const { address, chainId, status, connector } = useConnection();
  const isConnected = status === "connected" || status === "reconnecting";
  return {
    address: isConnected ? address : undefined,
    walletName: connector?.name,
    isConnecting: status === "connecting" || status === "reconnecting",
    isOnChain: !isConnected || chainId === undefined || chainId === config().chain.id,
  };
}

/** Connect a wallet in place of the one before: two people on one page would not know who signs. */
export function useConnectWallet() {
  const wagmi = useConfig();
  return useMutation({
    mutationFn: async (connector: Connector) => {
      const before = [...wagmi.state.connections.values()].map((connection) => connection.connector);
      await connect(wagmi, { connector });
      for (const other of before) {
        if (other.uid !== connector.uid) await disconnect(wagmi, { connector: other });
      }
    },
  });
}

export function useDisconnectWallet() {
  const wagmi = useConfig();
  return useMutation({
    mutationFn: async () => {
      const all = [...wagmi.state.connections.values()].map((connection) => connection.connector);
      for (const connector of all) await disconnect(wagmi, { connector });
    },
  });
}

/** Ask the wallet to go to this console's chain, and to add it where the wallet does not know it. */
export function useSwitchChain() {
  const wagmi = useConfig();
  return useMutation({ mutationFn: () => switchChain(wagmi, { chainId: config().chain.id }) });
}
