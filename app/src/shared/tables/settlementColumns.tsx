// SPDX-License-Identifier: Apache-2.0

import type { Currency } from "#sdk/money/index.ts";
import type { Settlement } from "../api/index.ts";
import { inCurrency, showDay } from "../format/index.ts";
import { Amount, type Column, StateBadge, TextLink, type Tone } from "../ui/index.ts";
import { labelOf, words } from "../words/index.ts";
import classes from "./receipts.module.css";
import type { ShopCodes } from "./useShopCodes.ts";

const text = words.settlements;

const stateTones: Readonly<Record<string, Tone>> = {
  Instructed: "busy",
  Paid: "good",
  Returned: "bad",
  Refused: "bad",
};

type MoneyKey = "settled" | "withheld" | "commission" | "paid";

export function settlementColumns(
  currency: Currency,
  shopCode: ShopCodes,
): readonly [Column<Settlement>, ...Column<Settlement>[]] {
  const money = (key: MoneyKey, amount: (row: Settlement) => Settlement["amount"]): Column<Settlement> => ({
    key,
    header: inCurrency(text.columns[key], currency),
    isFigure: true,
    cell: (row) => <Amount value={amount(row)} currency={currency} />,
  });
  return [
    {
      key: "settlement",
      header: text.columns.settlement,
      cell: ({ id, endToEndId }) => (
        <div className={classes.name}>
          <span>{text.numbered(id)}</span>
          {endToEndId === null ? null : (
            <span className={classes.soft}>{text.bankReference(endToEndId)}</span>
          )}
        </div>
      ),
    },
    { key: "shop", header: text.columns.shop, cell: ({ shop }) => shopCode(shop) },
    { key: "cycle", header: text.columns.cycle, cell: ({ cycle }) => String(cycle) },
    {
      key: "state",
      header: text.columns.state,
      cell: ({ state }) => (
        <StateBadge tone={stateTones[state] ?? "quiet"} label={labelOf(words.settlementStates, state)} />
      ),
    },
    {
      key: "date",
      header: text.columns.date,
      cell: ({ madeDay }) => showDay(madeDay),
    },
    {
      key: "statement",
      header: text.columns.statement,
      cell: ({ id, statement }) => (
        <TextLink to="/documents" search={{ hash: statement }} aria-label={text.checkStatement(id)}>
          {text.check}
        </TextLink>
      ),
    },
    money("settled", ({ amount }) => amount),
    money("withheld", ({ withholding }) => withholding),
    money("commission", ({ commission }) => commission),
    money("paid", ({ payment }) => payment),
  ];
}
