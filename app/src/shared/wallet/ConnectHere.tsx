// SPDX-License-Identifier: Apache-2.0

import { ConnectList } from "./ConnectList.tsx";
import { useAddition } from "./WalletProvider.tsx";
import classes from "./wallet.module.css";
import { words } from "./words/index.ts";

/** There is no menu to close: the page itself changes when somebody is connected. */
const stay = () => undefined;

/** The ways to connect, for a page that is about whoever is connected and therefore shows nothing to nobody. */
export function ConnectHere() {
  const Menu = useAddition()?.Menu;
  return (
    <div className={classes.here}>
      {Menu ? <Menu onDone={stay} /> : null}
      <ConnectList words={words} />
    </div>
  );
}
