// SPDX-License-Identifier: Apache-2.0

import type { ComponentType } from "react";
import type { Config, Connector } from "wagmi";

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

/** What can be done with wallets. */
export interface WalletKit {
  readonly wagmi: Config;
  /** Connect a wallet in place of the one before: two people on one page would not know who signs. */
  connect(connector: Connector): Promise<void>;
  disconnect(): Promise<void>;
  /** Ask the wallet to go to this console's chain, and to add it where the wallet does not know it. */
  switchChain(): Promise<void>;
}

/** A part of the officer's menu; told when the menu may close. */
export type MenuPart = ComponentType<{ readonly onDone: () => void }>;

/** What there is to connect with, once the code for it is there. */
export interface WalletChoice {
  readonly kit: WalletKit;
  /** Wallets that announced themselves, and the officers of a demonstration. */
  readonly connectors: readonly Connector[];
  /** The one in use. */
  readonly current: string | undefined;
  /** Ids of the demonstration's connectors: they stand in the menu below and not among the wallets. */
  readonly addedIds: ReadonlySet<string>;
  /** Stands first in the officer's menu. */
  readonly Menu: MenuPart | undefined;
  /** The officer's place in the header. */
  readonly Header: ComponentType<{ readonly isOpenAtFirst: boolean }>;
  /** Says on every page that the office does not answer. */
  readonly Banner: ComponentType;
}

/** Under it wagmi keeps which wallet was connected last. */
export const STORED_AS = "annona.wallet";

let wallet: Wallet = {
  address: undefined,
  walletName: undefined,
  isConnecting: wasConnected(),
  isOnChain: true,
};
let choice: WalletChoice | undefined;
const listeners = new Set<() => void>();

export function walletNow(): Wallet {
  return wallet;
}

/** Undefined until the code that talks to wallets is loaded. */
export function walletChoice(): WalletChoice | undefined {
  return choice;
}

export function subscribeToWallet(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Said by the code that talks to wallets, whenever something changes. */
export function tellWallet(news: { readonly wallet?: Wallet; readonly choice?: WalletChoice }): void {
  wallet = news.wallet ?? wallet;
  choice = news.choice ?? choice;
  for (const listener of listeners) listener();
}

/** Whether somebody was connected on an earlier visit and did not disconnect. */
export function wasConnected(): boolean {
  try {
    return window.localStorage.getItem(`${STORED_AS}.recentConnectorId`) !== null;
  } catch {
    // No page (a worker, a test), or storage is forbidden: then nothing was kept.
    return false;
  }
}
