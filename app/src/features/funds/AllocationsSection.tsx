// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import type { Currency } from "#sdk/money/index.ts";
import { type Allocation, allocationsQuery } from "../../shared/api/index.ts";
import { RefLink, TransactionLink } from "../../shared/donor/index.ts";
import { showDay, showMoney } from "../../shared/format/index.ts";
import { LedgerSection } from "../../shared/list/index.ts";
import { type Column, Empty } from "../../shared/ui/index.ts";
import { words as common } from "../../shared/words/index.ts";
import classes from "./funds.module.css";
import { words } from "./words/index.ts";

const { allocations: text, columns } = words;

interface AllocationsSectionProps {
  readonly address: string;
  readonly currency: Currency;
}

/** What the fund passed on, and what of it came back. */
export function AllocationsSection({ address, currency }: AllocationsSectionProps) {
  const query = useInfiniteQuery(allocationsQuery(address));
  return (
    <LedgerSection
      title={text.title}
      hint={text.hint}
      query={query}
      empty={<Empty title={text.empty}>{text.emptyHint}</Empty>}
      moreLabel={common.showOlder}
      columns={columnsOf(currency)}
      rowKey={({ id }) => String(id)}
      cardsBelow={62}
    />
  );
}

function columnsOf(currency: Currency): readonly [Column<Allocation>, ...Column<Allocation>[]] {
  return [
    {
      key: "recipient",
      header: columns.recipient,
      canWrap: true,
      cell: (row) => <Recipient allocation={row} />,
    },
    { key: "day", header: columns.day, cell: ({ day }) => showDay(day) },
    {
      key: "amount",
      header: columns.amount,
      isFigure: true,
      cell: ({ amount }) => showMoney(amount, currency),
    },
    {
      key: "returned",
      header: columns.returned,
      isFigure: true,
      cell: ({ returned }) => (returned === 0n ? "" : showMoney(returned, currency)),
    },
    {
      key: "transaction",
      header: columns.transaction,
      cell: ({ transaction }) => <TransactionLink hash={transaction} />,
    },
  ];
}

function Recipient({ allocation }: { readonly allocation: Allocation }) {
  const { recipient, kind, isEarmarked, referenceText } = allocation;
  const facts = [
    kind === "released" ? text.released : "",
    isEarmarked ? text.earmarked : "",
    referenceText ?? "",
  ].filter(Boolean);
  return (
    <>
      <RefLink to={recipient} isStrong />
      {facts.length === 0 ? null : <span className={classes.soft}>{facts.join(" · ")}</span>}
    </>
  );
}
