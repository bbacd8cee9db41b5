// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { ErrorNote } from "../../shared/errors/index.ts";
import { Section } from "../../shared/ui/index.ts";
import classes from "./device.module.css";
import { words } from "./words/index.ts";

/** How making a key goes. */
export interface SetUp {
  readonly onSetUp: () => void;
  readonly isBusy: boolean;
  readonly error: Error | null;
}

interface DeviceSetUpProps extends SetUp {
  /** The key so far was revoked; a new one takes its place. */
  readonly isRevoked?: boolean;
}

/** For a device without a key that counts. */
export function DeviceSetUp({ onSetUp, isBusy, error, isRevoked = false }: DeviceSetUpProps) {
  const { title, hint, make, revokedTitle, revokedHint, again } = words.device;
  return (
    <Section title={isRevoked ? revokedTitle : title} hint={isRevoked ? revokedHint : hint}>
      {() => (
        <div className={classes.body}>
          <Button size="md" loading={isBusy} onClick={onSetUp}>
            {isRevoked ? again : make}
          </Button>
          {error ? <ErrorNote error={error} /> : null}
        </div>
      )}
    </Section>
  );
}
