// SPDX-License-Identifier: Apache-2.0

import { useMutation } from "@tanstack/react-query";
import type { Connector } from "wagmi";
import { walletChoice } from "./store.ts";

export function useConnectWallet() {
  return useMutation({ mutationFn: async (connector: Connector) => walletChoice()?.kit.connect(connector) });
}

export function useDisconnectWallet() {
  return useMutation({ mutationFn: async () => walletChoice()?.kit.disconnect() });
}

export function useSwitchChain() {
  return useMutation({ mutationFn: async () => walletChoice()?.kit.switchChain() });
}
