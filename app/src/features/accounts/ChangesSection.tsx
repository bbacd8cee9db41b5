// SPDX-License-Identifier: Apache-2.0

import { shorten, showMoment } from "../../shared/format/index.ts";
import { type Column, DataTable, Section } from "../../shared/ui/index.ts";
import { labelOf } from "../../shared/words/index.ts";
import classes from "./accounts.module.css";
import type { AccountChange } from "./ledger/readChanges.ts";
import { words } from "./words/index.ts";

const text = words.changes;

/** What officers did with the account: holds, closings, further ids. Newest first. */
export function ChangesSection({ events }: { readonly events: readonly AccountChange[] }) {
  return (
    <Section title={text.title}>
      {(headingId) =>
        events.length === 0 ? (
          <p className={classes.none}>
            {text.empty} {text.emptyHint}
          </p>
        ) : (
          <DataTable
            labelledBy={headingId}
            columns={columns}
            rows={events}
            rowKey={(event) => `${event.block} ${event.kind} ${whatHappened(event)}`}
          />
        )
      }
    </Section>
  );
}

const columns: readonly [Column<AccountChange>, ...Column<AccountChange>[]] = [
  {
    key: "what",
    header: text.what,
    cell: (event) => (
      <div className={classes.stack}>
        <span>{whatHappened(event)}</span>
        {"officer" in event ? <span className={classes.soft}>{text.by(shorten(event.officer))}</span> : null}
      </div>
    ),
  },
  { key: "when", header: text.when, cell: ({ at }) => showMoment(at) },
];

function whatHappened(event: AccountChange): string {
  switch (event.kind) {
    case "closed": {
      const reason = labelOf(words.reasons, event.reason);
      return event.successor === undefined ? text.closed(reason) : text.closedFor(reason, event.successor);
    }
    case "held":
      return text.held(event.programmeName, showMoment(event.until));
    case "released":
      return text.released(event.programmeName);
    case "reopened":
    case "linked":
    case "rebound":
      return text[event.kind];
  }
}
