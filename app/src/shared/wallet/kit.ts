// SPDX-License-Identifier: Apache-2.0

import type { Config, Connector } from "wagmi";
import {
  connect,
  disconnect,
  getConnection,
  reconnect,
  switchChain,
  watchConnection,
  watchConnectors,
} from "wagmi/actions";
import { config } from "../config/index.ts";
import type { WalletAddition } from "./addition.ts";
import { tellWallet, type Wallet, type WalletChoice, type WalletKit } from "./store.ts";
import { makeWalletConfig } from "./walletConfig.ts";

/** Opens wagmi, restores the connection of the last visit, and tells the pages of every change from then on. */
export function openKit(
  parts: Pick<WalletChoice, "Header" | "Banner">,
  addition: WalletAddition | undefined,
): WalletKit {
  const wagmi: Config = makeWalletConfig(addition?.connectors ?? []);
  const kit: WalletKit = {
    wagmi,
    connect: async (connector) => {
      const before = connected(wagmi);
      await connect(wagmi, { connector });
      for (const other of before) {
        if (other.uid !== connector.uid) await disconnect(wagmi, { connector: other });
      }
    },
    disconnect: async () => {
      for (const connector of connected(wagmi)) await disconnect(wagmi, { connector });
      await wagmi.storage?.removeItem("recentConnectorId");
    },
    switchChain: async () => {
      await switchChain(wagmi, { chainId: config().chain.id });
    },
  };
  const tell = () =>
    tellWallet({
      wallet: walletOf(wagmi),
      choice: {
        kit,
        connectors: wagmi.connectors,
        current: getConnection(wagmi).connector?.uid,
        addedIds: addition?.ids ?? new Set(),
        Menu: addition?.Menu,
        ...parts,
      },
    });
  watchConnection(wagmi, { onChange: tell });
  watchConnectors(wagmi, { onChange: tell });
  void reconnect(wagmi);
  tell();
  return kit;
}

function connected(wagmi: Config): Connector[] {
  return [...wagmi.state.connections.values()].map((connection) => connection.connector);
}

function walletOf(wagmi: Config): Wallet {
  const { address, chainId, status, connector } = getConnection(wagmi);
  const isConnected = status === "connected" || status === "reconnecting";
  return {
    address: isConnected ? address : undefined,
    walletName: connector?.name,
    isConnecting: status === "connecting" || status === "reconnecting",
    isOnChain: !isConnected || chainId === undefined || chainId === config().chain.id,
  };
}
