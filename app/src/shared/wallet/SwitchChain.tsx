// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { config } from "../config/index.ts";
import { useSwitchChain } from "./useConnectWallet.ts";
import classes from "./wallet.module.css";
import { words as pageWords } from "./words/index.ts";

interface SwitchChainProps {
  readonly onSwitched?: () => void;
  /** The header's, where it stands there. */
  readonly words?: Pick<typeof pageWords, "didNotSwitch" | "switchTo">;
}

/** One button that brings the wallet to this console's chain. */
export function SwitchChain({ onSwitched, words = pageWords }: SwitchChainProps) {
  const { mutate, isPending, isError } = useSwitchChain();
  return (
    <div className={classes.stack}>
      <Button
        loading={isPending}
        onClick={() => mutate(undefined, onSwitched ? { onSuccess: onSwitched } : {})}
      >
        {words.switchTo(config().chain.name)}
      </Button>
      <p role="status" className={classes.hint}>
        {isError ? words.didNotSwitch : null}
      </p>
    </div>
  );
}
