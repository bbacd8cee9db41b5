// SPDX-License-Identifier: Apache-2.0

/** What can be wrong with the wallet before anything is signed. The English words of these errors; other languages have their own. */
export const walletErrors = {
  notConnected: {
    code: "ACT-101",
    summary: "No wallet is connected.",
    next: "Connect yours at the top of the page and start again.",
  },
  wrongChain: {
    code: "ACT-102",
    summary: "Your wallet is on another network, so nothing was signed.",
    next: "Switch it to the network of this console and start again.",
  },
  accountSwitched: {
    code: "ACT-103",
    summary: "Your wallet changed to another account while this was being prepared; nothing was signed.",
    next: "Check at the top of the page who is acting, and start again.",
  },
  walletFailed: {
    code: "ACT-104",
    summary: "The wallet answered with an error.",
    next: "Open the wallet and see what it says; unless it has sent the transaction after all, try again.",
  },
  noFees: {
    code: "ACT-105",
    summary: "The account has too little of the network's own currency to pay the fee.",
    next: "Ask whoever looks after the officers' accounts to top it up, and start again.",
  },
} as const;

export type WalletErrorName = keyof typeof walletErrors;
