// SPDX-License-Identifier: Apache-2.0

export { ConnectHere } from "./ConnectHere.tsx";
export { HeaderOfficer } from "./HeaderOfficer.tsx";
export { NeedsOfficer } from "./NeedsOfficer.tsx";
export { redactHex } from "./redact.ts";
export { isRejection } from "./rejection.ts";
export { allRoles, anyRole, roleWord } from "./roleWords.ts";
export { SwitchChain } from "./SwitchChain.tsx";
export { type TypedStatement, useTypedSignature } from "./useTypedSignature.ts";
export { useConnectWallet, useWallet, type Wallet } from "./useWallet.ts";
export { WalletNote } from "./WalletNote.tsx";
export { type WalletAddition, WalletProvider } from "./WalletProvider.tsx";
