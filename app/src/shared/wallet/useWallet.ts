// SPDX-License-Identifier: Apache-2.0

import { useMutation } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Connector } from "wagmi";
import { subscribeToWallet, type Wallet, type WalletChoice, walletChoice, walletNow } from "./store.ts";

export function useWallet(): Wallet {
  return useSyncExternalStore(subscribeToWallet, walletNow);
}

/** What there is to connect with; undefined until {@link useOpenWallet} has loaded it. */
export function useWalletChoice(): WalletChoice | undefined {
  return useSyncExternalStore(subscribeToWallet, walletChoice);
}

export function useConnectWallet() {
  return useMutation({ mutationFn: async (connector: Connector) => walletChoice()?.kit.connect(connector) });
}

export function useDisconnectWallet() {
  return useMutation({ mutationFn: async () => walletChoice()?.kit.disconnect() });
}

export function useSwitchChain() {
  return useMutation({ mutationFn: async () => walletChoice()?.kit.switchChain() });
}
