// SPDX-License-Identifier: Apache-2.0

import type { WalletAddition } from "./addition.ts";
import { tellWallet, type WalletKit, walletNow } from "./store.ts";

let loadAddition: (() => Promise<WalletAddition>) | undefined;
let opened: Promise<WalletKit> | undefined;

/** Where a demonstration's officers come from. Before the first {@link openWallet}. */
export function addToWallet(load: () => Promise<WalletAddition>): void {
  loadAddition = load;
}

/**
 * Loads the code that talks to wallets, which readers never need: for the pages of the daily work, for whoever was connected before,
 * and when somebody wants to connect. After the configuration was read. What failed for want of a line is tried anew at the next call.
 */
export function openWallet(): Promise<WalletKit> {
  opened ??= load().catch((error: unknown) => {
    opened = undefined;
    tellWallet({ wallet: { ...walletNow(), isConnecting: false } });
    throw error;
  });
  return opened;
}

async function load(): Promise<WalletKit> {
  const [{ openKit }, { OfficerHeader: Header }, { OfficeBanner: Banner }, addition] = await Promise.all([
    import("./kit.ts"),
    import("./OfficerHeader.tsx"),
    import("../office/OfficeBanner.tsx"),
    loadAddition?.(),
  ]);
  return openKit({ Header, Banner }, addition);
}
