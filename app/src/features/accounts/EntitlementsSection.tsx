// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import { showDay } from "../../shared/format/index.ts";
import { useOffice } from "../../shared/office/index.ts";
import {
  Amount,
  type Column,
  DataTable,
  Empty,
  Section,
  StateBadge,
  type Tone,
} from "../../shared/ui/index.ts";
import classes from "./accounts.module.css";
import { type EntitlementFacts, type EntitlementState, entitlementState, leftOf } from "./entitlement.ts";
import type { Standing } from "./ledger/readHousehold.ts";
import { words } from "./words/index.ts";

const text = words.entitlements;
const SECONDS_A_DAY = 86_400;

const tones: Readonly<Record<EntitlementState, Tone>> = {
  pending: "waiting",
  approved: "busy",
  partiallyFulfilled: "good",
  fulfilled: "good",
  expired: "quiet",
  cancelled: "quiet",
};

interface Row {
  readonly facts: EntitlementFacts;
  readonly currency: Currency;
}

interface EntitlementsSectionProps {
  readonly standings: readonly Standing[];
  /** Unix seconds, by the ledger's time. */
  readonly now: number;
}

/** What each cycle's list has for the household, in all programmes. */
export function EntitlementsSection({ standings, now }: EntitlementsSectionProps) {
  const { state } = useOffice();
  const rows = standings.flatMap(({ programme: { currency }, entitlements }) =>
    entitlements.map((facts) => ({ facts, currency })),
  );
  return (
    <Section
      title={text.title}
      hint={state === "signedIn" ? text.hint : `${text.hint} ${text.inPreparation}`}
    >
      {(headingId) =>
        rows.length === 0 ? (
          <Empty icon="file" title={text.empty}>
            {text.emptyHint}
          </Empty>
        ) : (
          <DataTable
            labelledBy={headingId}
            columns={columnsAt(now)}
            rows={rows}
            rowKey={({ facts }) => `${facts.programme} ${facts.cycle}`}
          />
        )
      }
    </Section>
  );
}

function columnsAt(now: number): readonly [Column<Row>, ...Column<Row>[]] {
  return [
    {
      key: "cycle",
      header: text.cycle,
      cell: ({ facts }) => (
        <div className={classes.stack}>
          <span>{text.ofCycle(facts.cycle)}</span>
          <span className={classes.soft}>{facts.programmeName}</span>
        </div>
      ),
    },
    {
      key: "state",
      header: text.state,
      cell: ({ facts }) => {
        const state = entitlementState(facts, now);
        return <StateBadge tone={tones[state]} label={text.states[state]} />;
      },
    },
    {
      key: "until",
      header: text.until,
      cell: ({ facts }) => showDay(Math.floor(facts.expiresAt / SECONDS_A_DAY)),
    },
    {
      key: "listed",
      header: text.listed,
      isFigure: true,
      cell: ({ facts, currency }) => <Amount value={facts.listed} currency={currency} withCode />,
    },
    {
      key: "spent",
      header: text.spent,
      isFigure: true,
      cell: ({ facts: { spent }, currency }) =>
        spent === undefined ? text.unknown : <Amount value={spent} currency={currency} withCode />,
    },
    {
      key: "left",
      header: text.left,
      isFigure: true,
      cell: ({ facts, currency }) => <Left facts={facts} currency={currency} now={now} />,
    },
  ];
}

/** Of what is over nothing is left, whatever was not spent. */
function Left({ facts, currency, now }: Row & { readonly now: number }) {
  const state = entitlementState(facts, now);
  if (state === "expired" || state === "cancelled") return "–";
  const left = leftOf(facts);
  return left === undefined ? text.unknown : <Amount value={left} currency={currency} withCode />;
}
