// SPDX-License-Identifier: Apache-2.0

import { ConnectList } from "./ConnectList.tsx";
import { useOpenWallet } from "./useOpenWallet.ts";
import classes from "./wallet.module.css";
import { words } from "./words/index.ts";

/** There is no menu to close: the page itself changes when somebody is connected. */
const stay = () => undefined;

/** The ways to connect, for a page that is about whoever is connected and therefore shows nothing to nobody. */
export function ConnectHere() {
  const { choice, hasFailed } = useOpenWallet();
  if (choice === undefined) return <p role="status">{hasFailed ? words.cannotConnect : words.connecting}</p>;
  return (
    <div className={classes.here}>
      {choice.Menu ? <choice.Menu onDone={stay} /> : null}
      <ConnectList words={words} />
    </div>
  );
}
