// SPDX-License-Identifier: Apache-2.0

import type { Follow, FollowPart } from "../../shared/api/index.ts";
import { donorWords, RefLink, shownCurrency, TransactionLink } from "../../shared/donor/index.ts";
import { showDay, showMoney } from "../../shared/format/index.ts";
import { type Column, DataTable, Section, StateBadge, type Tone } from "../../shared/ui/index.ts";
import classes from "./follow.module.css";
import { words } from "./words/index.ts";

const text = words.parts;

const TONES: Readonly<Record<string, Tone>> = {
  reconciled: "good",
  settled: "busy",
  redeemed: "busy",
  reserved: "waiting",
};

/** Each part of the contribution with its shop, cycle or milestone, and the transaction that proves it. */
export function PartsSection({ follow }: { readonly follow: Follow }) {
  if (follow.parts.length === 0) return null;
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <DataTable
          labelledBy={headingId}
          columns={columnsOf(follow)}
          rows={follow.parts}
          rowKey={(part) => JSON.stringify([keyOf(part)])}
          cardsBelow={58}
        />
      )}
    </Section>
  );
}

function keyOf({ stage, recipient, cycle, shop, settlement, milestone, transaction }: FollowPart) {
  return [stage, recipient?.address, cycle, shop?.id, settlement, milestone, transaction];
}

function columnsOf({ fund, currency }: Follow): readonly [Column<FollowPart>, ...Column<FollowPart>[]] {
  return [
    {
      key: "where",
      header: text.where,
      canWrap: true,
      cell: (part) => <Where part={part} fund={fund.name} />,
    },
    {
      key: "state",
      header: text.state,
      cell: ({ stage }) => (
        <StateBadge tone={TONES[stage] ?? "quiet"} label={donorWords.stages[stage]?.name ?? stage} />
      ),
    },
    {
      key: "amount",
      header: text.amount,
      isFigure: true,
      cell: ({ amount }) => showMoney(amount, shownCurrency(currency)),
    },
    { key: "day", header: text.day, cell: ({ day }) => (day === null ? "" : showDay(day)) },
    {
      key: "proof",
      header: text.proof,
      cell: ({ transaction }) => (transaction === null ? "" : <TransactionLink hash={transaction} />),
    },
  ];
}

function Where({ part, fund }: { readonly part: FollowPart; readonly fund: string }) {
  const { recipient, shop, cycle, milestone, settlement } = part;
  if (recipient === null) return text.inFund(fund || donorWords.kinds.fund);
  const places = [
    shop === null ? "" : donorWords.shop(shop.code),
    cycle === null ? "" : donorWords.cycle(cycle),
    milestone === null ? "" : donorWords.milestone(milestone),
    settlement === null ? "" : text.settlement(settlement),
  ].filter(Boolean);
  return (
    <>
      <RefLink to={recipient} isStrong />
      {places.length === 0 ? null : <span className={classes.sub}>{places.join(" · ")}</span>}
    </>
  );
}
