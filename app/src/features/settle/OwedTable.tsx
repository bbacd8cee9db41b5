// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import type { CycleLedger, ProgrammeHandle, ShopDetail } from "#sdk/agency/index.ts";
import { inCurrency } from "../../shared/format/index.ts";
import { Amount, type Column, DataTable, Empty, Section, TextLink } from "../../shared/ui/index.ts";
import classes from "./settle.module.css";
import { words } from "./words/index.ts";

/** What one shop is owed in one cycle. */
interface OwedRow {
  readonly shop: ShopDetail;
  readonly ledger: CycleLedger;
}

interface OwedTableProps {
  readonly programme: ProgrammeHandle;
  readonly shops: readonly ShopDetail[];
  readonly onPrepare: (line: { readonly shop: number; readonly cycle: number }) => void;
}

/** Lines with something owed, by cycle and shop; each leads to its reconciliation and its settlement. */
export function OwedTable({ programme, shops, onPrepare }: OwedTableProps) {
  const rows = shops
    .flatMap((shop) => shop.ledgers.map((ledger) => ({ shop, ledger })))
    .filter(({ ledger }) => ledger.owed > 0n)
    .sort((a, b) => a.ledger.cycle - b.ledger.cycle || a.shop.code.localeCompare(b.shop.code));
  return (
    <Section title={words.owed} hint={words.owedHint}>
      {(headingId) =>
        rows.length === 0 ? (
          <Empty title={words.nothingOwed}>{words.nothingOwedHint}</Empty>
        ) : (
          <DataTable
            labelledBy={headingId}
            columns={columnsOf(programme, onPrepare)}
            rows={rows}
            rowKey={({ shop, ledger }) => `${shop.shop} ${ledger.cycle}`}
            cardsBelow={62}
          />
        )
      }
    </Section>
  );
}

function columnsOf(
  { address, currency }: ProgrammeHandle,
  onPrepare: OwedTableProps["onPrepare"],
): readonly [Column<OwedRow>, ...Column<OwedRow>[]] {
  const text = words.columns;
  const money = (
    key: "sold" | "refunded" | "settled" | "owed",
    field: "gross" | "refunds" | "settled" | "owed",
  ): Column<OwedRow> => ({
    key,
    header: inCurrency(text[key], currency),
    isFigure: true,
    cell: ({ ledger }) => <Amount value={ledger[field]} currency={currency} />,
  });
  return [
    { key: "shop", header: text.shop, cell: ({ shop }) => shop.code },
    { key: "cycle", header: text.cycle, cell: ({ ledger }) => String(ledger.cycle) },
    money("sold", "gross"),
    money("refunded", "refunds"),
    money("settled", "settled"),
    money("owed", "owed"),
    {
      key: "action",
      header: text.action,
      isWide: true,
      isStep: true,
      cell: ({ shop, ledger: { cycle } }) => (
        <div className={classes.actions}>
          <TextLink
            to="/console/programmes/$address/reconcile"
            params={{ address }}
            search={{ shop: shop.shop, cycle }}
            aria-label={words.reconcileOf(shop.code, cycle)}
          >
            {words.reconcile}
          </TextLink>
          <Button
            size="xs"
            variant="default"
            aria-label={words.prepareOf(shop.code, cycle)}
            onClick={() => onPrepare({ shop: shop.shop, cycle })}
          >
            {words.prepare}
          </Button>
        </div>
      ),
    },
  ];
}
