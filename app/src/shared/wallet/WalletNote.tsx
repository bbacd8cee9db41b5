// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { Icon } from "../ui/Icon.tsx";
import classes from "./wallet.module.css";

interface WalletNoteProps {
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** In place of what somebody cannot do here: why, and what to do first. */
export function WalletNote({ aside, children }: WalletNoteProps) {
  return (
    <div className={classes.note} role="note">
      <Icon name="info" size={20} />
      <p className={classes.noteText}>{children}</p>
      {aside}
    </div>
  );
}
