// SPDX-License-Identifier: Apache-2.0

import { QrCode } from "../../shared/cards/index.ts";
import { HexValue, Section, StateBadge } from "../../shared/ui/index.ts";
import classes from "./device.module.css";
import { words } from "./words/index.ts";

const text = words.device;

/** For a device whose key the ledger does not know yet: its address, for the custodian who authorises it. */
export function DeviceWaiting({ address }: { readonly address: string }) {
  return (
    <Section
      title={text.waitingTitle}
      hint={text.waitingHint}
      aside={<StateBadge tone="waiting" label={text.waiting} />}
    >
      {() => (
        <div className={classes.waiting}>
          <div className={classes.code}>
            <QrCode text={address} label={text.qr} />
          </div>
          <div className={classes.facts}>
            <p className={classes.label}>{text.address}</p>
            <HexValue value={address} what={text.theAddress} isFull />
            <ol className={classes.steps}>
              {text.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </div>
        </div>
      )}
    </Section>
  );
}
