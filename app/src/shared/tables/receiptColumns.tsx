// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { ErrorText } from "#sdk/errors/index.ts";
import type { Currency } from "#sdk/money/index.ts";
import { REJECTIONS, type RejectionName } from "#sdk/receipts/catalogue.ts";
import type { Correction, Receipt } from "../api/index.ts";
import { translated } from "../errors/index.ts";
import { inCurrency, showCount, showDay, showMoney } from "../format/index.ts";
import { Amount, type Column, HexValue, StateBadge, type Tone } from "../ui/index.ts";
import { labelOf, words } from "../words/index.ts";
import classes from "./receipts.module.css";
import type { ShopCodes } from "./useShopCodes.ts";

const text = words.receipts;

const outcomeTones: Readonly<Record<string, Tone>> = { credited: "good", rejected: "bad", corrected: "busy" };

interface ReceiptTable {
  readonly currency: Currency;
  readonly shopCode: ShopCodes;
  /** What an account number leads to depends on who reads: its receipts, or the household's page. */
  readonly accountLink: (account: number) => ReactNode;
}

export function receiptColumns({
  currency,
  shopCode,
  accountLink,
}: ReceiptTable): readonly [Column<Receipt>, ...Column<Receipt>[]] {
  return [
    { key: "receipt", header: text.columns.receipt, cell: (receipt) => <ReceiptName receipt={receipt} /> },
    {
      key: "terminal",
      header: text.columns.terminal,
      cell: ({ terminal, number }) => <HexValue value={terminal} what={text.theTerminal(number)} />,
    },
    {
      key: "account",
      header: text.columns.account,
      cell: ({ account }) => accountLink(account),
    },
    { key: "shop", header: text.columns.shop, cell: ({ shop }) => shopCode(shop) },
    { key: "cycle", header: text.columns.cycle, cell: ({ cycle }) => String(cycle) },
    { key: "day", header: text.columns.day, cell: ({ day }) => (day === undefined ? "–" : showDay(day)) },
    {
      key: "recognised",
      header: text.columns.recognised,
      cell: ({ recognition }) => (recognition === null ? "–" : labelOf(words.recognitions, recognition)),
    },
    {
      key: "outcome",
      header: text.columns.outcome,
      canWrap: true,
      isWide: true,
      cell: (receipt) => <Outcome receipt={receipt} currency={currency} />,
    },
    {
      key: "amount",
      header: inCurrency(text.columns.amount, currency),
      isFigure: true,
      cell: ({ kind, amount }) => (
        <>
          {kind === "refund" ? "−" : ""}
          <Amount value={amount} currency={currency} />
        </>
      ),
    },
    { key: "block", header: text.columns.block, isFigure: true, cell: ({ block }) => showCount(block) },
  ];
}

function ReceiptName({ receipt: { number, saleNumber } }: { readonly receipt: Receipt }) {
  return (
    <div className={classes.name}>
      <span>{text.numbered(number)}</span>
      {saleNumber === undefined ? null : <span className={classes.soft}>{text.refundOf(saleNumber)}</span>}
    </div>
  );
}

interface OutcomeProps {
  readonly receipt: Receipt;
  readonly currency: Currency;
}

function Outcome({ receipt: { outcome, rejection, correction }, currency }: OutcomeProps) {
  return (
    <div className={classes.outcome}>
      <StateBadge tone={outcomeTones[outcome] ?? "quiet"} label={labelOf(words.outcomes, outcome)} />
      {rejection === undefined ? null : <RejectionNote rejection={rejection} />}
      {correction === undefined ? null : (
        <span className={classes.soft}>{correctionText(correction, currency)}</span>
      )}
    </div>
  );
}

/** Why the receipt does not count; the whole sentence and the next step at a touch. */
function RejectionNote({ rejection }: { readonly rejection: string }) {
  const label = labelOf(words.rejections, rejection);
  if (!Object.hasOwn(REJECTIONS, rejection)) return <span className={classes.soft}>{label}</span>;
  const explanation = translated<ErrorText>(REJECTIONS[rejection as RejectionName]);
  return (
    <details className={classes.soft}>
      <summary>{text.withCode(label, explanation.code)}</summary>
      {explanation.summary} {explanation.next}
    </details>
  );
}

function correctionText(
  { kind, newAccount, newAmount, reason, day }: Correction,
  currency: Currency,
): string {
  const what = labelOf(words.correctionKinds, kind);
  const entry =
    newAccount === null ? what : text.reEntered(what, String(newAccount), showMoney(newAmount, currency));
  return text.corrected(entry, showDay(day), reason);
}
