// SPDX-License-Identifier: Apache-2.0

import { useSyncExternalStore } from "react";
import { subscribeToWallet, type Wallet, type WalletChoice, walletChoice, walletNow } from "./store.ts";

export function useWallet(): Wallet {
  return useSyncExternalStore(subscribeToWallet, walletNow);
}

/** What there is to connect with; undefined until {@link useOpenWallet} has loaded it. */
export function useWalletChoice(): WalletChoice | undefined {
  return useSyncExternalStore(subscribeToWallet, walletChoice);
}
