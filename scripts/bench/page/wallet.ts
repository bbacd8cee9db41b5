// SPDX-License-Identifier: Apache-2.0

/** Whose wallet, on which chain (hex). */
export interface BenchWallet {
  readonly address: string;
  readonly chainId: string;
}

export const WALLET_NAME = "Bench Wallet";

/**
 * In the page, before its own scripts: a wallet that says who the officer is, announced by EIP-6963. It signs nothing, because up to the
 * signature nothing has to be signed.
 */
export function announceWallet({ address, chainId }: BenchWallet): void {
  let isConnected = false;
  const answers: Readonly<Record<string, () => unknown>> = {
    eth_requestAccounts: () => {
      isConnected = true;
      return [address];
    },
    eth_accounts: () => (isConnected ? [address] : []),
    eth_chainId: () => chainId,
  };
  const provider = {
    request: async ({ method }: { readonly method: string }) => {
      const answer = answers[method];
      if (answer !== undefined) return answer();
      throw Object.assign(new Error("Not supported."), { code: 4200 });
    },
    on: () => undefined,
    removeListener: () => undefined,
  };
  const icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";
  const info = {
    uuid: "3e1c9f5a-5d0e-4c47-9a3e-6a2f4d1b7c55",
    name: "Bench Wallet",
    icon,
    rdns: "test.bench",
  };
  const detail = Object.freeze({ info: Object.freeze(info), provider });
  const announce = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
}
