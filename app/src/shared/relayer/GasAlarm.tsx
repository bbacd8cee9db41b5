// SPDX-License-Identifier: Apache-2.0

import type { RelayerStatus } from "#sdk/office/index.ts";
import { config } from "../config/index.ts";
import { showCoin } from "../format/index.ts";
import { HexValue, Icon } from "../ui/index.ts";
import classes from "./relayer.module.css";
import { words } from "./words/index.ts";

/** Says when the relayer is about to run out of money for fees, and where to send it. */
export function GasAlarm({ relayer }: { readonly relayer: RelayerStatus }) {
  if (!relayer.isLow) return null;
  const { currencySymbol = "" } = config().chain;
  return (
    <div className={classes.alarm} role="alert">
      <Icon name="alert" size={20} />
      <p>
        <strong>{words.low}.</strong> {words.lowHint(showCoin(relayer.balance ?? 0n, currencySymbol))}{" "}
        <HexValue value={relayer.address} what={words.theAddress} />
      </p>
    </div>
  );
}
