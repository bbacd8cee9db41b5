// SPDX-License-Identifier: Apache-2.0

import { showAgo, showCount } from "../format/index.ts";
import { words } from "../words/index.ts";
import { type Freshness, judgeFreshness } from "./freshness.ts";
import classes from "./LiveChip.module.css";
import { useLedger } from "./useLedger.ts";
import { useNow } from "./useNow.ts";

const SECOND = 1000;

const labels: Record<Freshness["kind"], string> = {
  connecting: words.live.connecting,
  live: words.live.upToDate,
  silent: words.live.noAnswer,
  stuck: words.live.behind,
  behind: words.live.behind,
};

/** "Live  Indexed to block 1,234, checked 3 sec ago". */
export function LiveChip() {
  const now = useNow(SECOND);
  const ledger = useLedger();
  const { kind } = judgeFreshness(ledger, now);
  return (
    <p className={classes.root}>
      <span className={classes.dot} data-kind={kind} aria-hidden="true" />
      <span className={classes.label}>{labels[kind]}</span>
      {ledger.status === undefined ? null : (
        <span className={classes.reached}>
          {words.live.reached(
            showCount(ledger.status.indexedTo?.number ?? 0),
            showAgo(ledger.answeredAt, now),
          )}
        </span>
      )}
    </p>
  );
}
