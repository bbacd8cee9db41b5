// SPDX-License-Identifier: Apache-2.0

import { Icon } from "../ui/Icon.tsx";
import classes from "./office.module.css";
import { useOfficeSession } from "./useOfficeSession.ts";
import { words } from "./words/index.ts";

/** Says once for the whole page that the office server does not answer. Present, but empty, while all is well. */
export function OfficeBanner() {
  const { state } = useOfficeSession();
  return (
    <div role="status">
      {state === "unreachable" ? (
        <div className={classes.banner}>
          <Icon name="alert" size={20} />
          <p className={classes.noteText}>
            <strong>{words.unreachable}</strong> {words.unreachableHint}
          </p>
        </div>
      ) : null}
    </div>
  );
}
