// SPDX-License-Identifier: Apache-2.0

import { ConnectList } from "./ConnectList.tsx";
import { OfficerPanel } from "./OfficerPanel.tsx";
import { useWallet, useWalletChoice } from "./useWallet.ts";

/** What stands behind the header's button: the ways to connect, or who is connected. Comes with the code that talks to wallets. */
export function OfficerMenu({ onDone }: { readonly onDone: () => void }) {
  const { address } = useWallet();
  const Menu = useWalletChoice()?.Menu;
  return (
    <>
      {Menu ? <Menu onDone={onDone} /> : null}
      {address === undefined ? <ConnectList /> : <OfficerPanel address={address} />}
    </>
  );
}
