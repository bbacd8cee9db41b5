// SPDX-License-Identifier: Apache-2.0

export type { WalletAddition } from "./addition.ts";
export { ConnectHere } from "./ConnectHere.tsx";
export { HeaderOfficer } from "./HeaderOfficer.tsx";
export { NeedsOfficer } from "./NeedsOfficer.tsx";
export { addToWallet, openWallet } from "./openWallet.ts";
export { redactHex } from "./redact.ts";
export { isRejection } from "./rejection.ts";
export { allRoles, anyRole, roleWord } from "./roleWords.ts";
export { type Wallet, wasConnected } from "./store.ts";
export { useOpenWallet } from "./useOpenWallet.ts";
export { useConnectWallet, useWallet, useWalletChoice } from "./useWallet.ts";
