// SPDX-License-Identifier: Apache-2.0

import { showAgo } from "../format/index.ts";
import { judgeFreshness, useLedger, useNow } from "../live/index.ts";
import { SHELL_LOCALE } from "../words/index.ts";
import classes from "./LiveChip.module.css";
import { shellWords } from "./words/index.ts";

const SECOND = 1000;
const whole = new Intl.NumberFormat(SHELL_LOCALE);

/** "Live  Indexed to block 1,234, checked 3 sec ago". */
export function LiveChip() {
  const now = useNow(SECOND);
  const ledger = useLedger();
  const { kind } = judgeFreshness(ledger, now);
  return (
    <p className={classes.root}>
      <span className={classes.dot} data-kind={kind} aria-hidden="true" />
      <span className={classes.label}>{shellWords.live[kind === "stuck" ? "behind" : kind]}</span>
      {ledger.status === undefined ? null : (
        <span className={classes.reached}>
          {shellWords.live.reached(
            whole.format(ledger.status.indexedTo?.number ?? 0),
            showAgo(ledger.answeredAt, now, SHELL_LOCALE),
          )}
        </span>
      )}
    </p>
  );
}
