// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { type BreakdownLine, breakdownQuery } from "../../shared/api/index.ts";
import { donorWords, RefLink, shownCurrency } from "../../shared/donor/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { showHouseholds, showMoney } from "../../shared/format/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { type Column, DataTable, Empty, Section } from "../../shared/ui/index.ts";
import classes from "./overview.module.css";
import { words } from "./words/index.ts";

const text = words.breakdown;
const KINDS = ["programme", "cycle", "shop"] as const;
type Kind = (typeof KINDS)[number];

/** The same money by programme, by cycle or by shop: what is public of where it went. */
export function BreakdownSection() {
  const { data: latest, error, refetch } = useQuery(breakdownQuery());
  const data = useDeferredValue(latest);
  const [kind, setKind] = useState<Kind>("programme");
  const lines = data?.lines.filter(({ by }) => by === kind) ?? [];
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <>
          <fieldset className={classes.choice} aria-label={text.by} data-print="hide">
            {KINDS.map((one) => (
              <Button
                key={one}
                size="xs"
                variant={one === kind ? "filled" : "default"}
                aria-pressed={one === kind}
                onClick={() => setKind(one)}
              >
                {text[one]}
              </Button>
            ))}
          </fieldset>
          {data && lines.length > 0 ? (
            <DataTable
              labelledBy={headingId}
              columns={columnsOf(kind)}
              rows={lines}
              rowKey={({ programme, cycle, shop }) => `${programme.address} ${cycle} ${shop?.id}`}
              cardsBelow={62}
            />
          ) : null}
          {data && lines.length === 0 ? <Empty title={text.empty}>{text.emptyHint}</Empty> : null}
          {!data && error ? (
            <div className={classes.note}>
              <ErrorNote error={error} onRetry={() => void refetch()} />
            </div>
          ) : null}
          {!data && !error ? <LoadingRows /> : null}
        </>
      )}
    </Section>
  );
}

function columnsOf(kind: Kind): readonly [Column<BreakdownLine>, ...Column<BreakdownLine>[]] {
  const money = (key: "redeemed" | "settled"): Column<BreakdownLine> => ({
    key,
    header: text[key],
    isFigure: true,
    cell: (line) => showMoney(line[key], shownCurrency(line.currency)),
  });
  const ofLists: Column<BreakdownLine>[] = [
    {
      key: "reserved",
      header: text.reserved,
      isFigure: true,
      cell: ({ reserved, currency }) =>
        reserved === null ? "" : showMoney(reserved, shownCurrency(currency)),
    },
  ];
  const households: Column<BreakdownLine>[] = [
    {
      key: "targeted",
      header: text.targeted,
      isFigure: true,
      cell: ({ targeted }) => showHouseholds(targeted),
    },
    {
      key: "reached",
      header: text.reached,
      isFigure: true,
      cell: ({ reached }) =>
        reached === null ? showHouseholds(null) : donorWords.atLeast(showHouseholds(reached)),
    },
  ];
  const isShop = kind === "shop";
  return [
    { key: "name", header: text.name, canWrap: true, cell: (line) => <LineName line={line} /> },
    ...(isShop ? [] : ofLists),
    money("redeemed"),
    money("settled"),
    ...(isShop ? [] : households),
  ];
}

function LineName({ line: { programme, cycle, shop } }: { readonly line: BreakdownLine }) {
  return (
    <>
      <RefLink to={programme} isStrong />
      {cycle === null ? null : <span className={classes.sub}>{donorWords.cycle(cycle)}</span>}
      {shop === null ? null : <span className={classes.sub}>{donorWords.shop(shop.code)}</span>}
    </>
  );
}
