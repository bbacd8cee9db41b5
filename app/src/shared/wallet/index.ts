// SPDX-License-Identifier: Apache-2.0

export type { WalletAddition } from "./addition.ts";
export { ConnectHere } from "./ConnectHere.tsx";
export { HeaderOfficer } from "./HeaderOfficer.tsx";
export { NeedsOfficer } from "./NeedsOfficer.tsx";
export { addToWallet, openWallet } from "./openWallet.ts";
export { redactHex } from "./redact.ts";
export { isRejection } from "./rejection.ts";
export { allRoles, anyRole, roleWord } from "./roleWords.ts";
export { SwitchChain } from "./SwitchChain.tsx";
export { type Wallet, wasConnected } from "./store.ts";
export { useConnectWallet } from "./useConnectWallet.ts";
export { useOpenWallet } from "./useOpenWallet.ts";
export { type TypedStatement, useTypedSignature } from "./useTypedSignature.ts";
export { useWallet, useWalletChoice } from "./useWallet.ts";
export { WalletNote } from "./WalletNote.tsx";
