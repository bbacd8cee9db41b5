// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import classes from "./accounts.module.css";

interface ActPanelProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** The frame of one thing that a custodian does with an account. */
export function ActPanel({ title, hint, children }: ActPanelProps) {
  return (
    <Section title={title} hint={hint}>
      {() => (
        <div className={classes.padded}>
          <NeedsOfficer as="Custodian">{children}</NeedsOfficer>
        </div>
      )}
    </Section>
  );
}
