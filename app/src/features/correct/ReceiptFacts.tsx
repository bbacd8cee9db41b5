// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { ErrorText } from "#sdk/errors/index.ts";
import type { Currency } from "#sdk/money/index.ts";
import { REJECTIONS } from "#sdk/receipts/index.ts";
import type { ChainReceipt } from "#sdk/reconcile/index.ts";
import { translated } from "../../shared/errors/index.ts";
import { showDay } from "../../shared/format/index.ts";
import { Amount, StateBadge, type Tone } from "../../shared/ui/index.ts";
import { labelOf, words as shared } from "../../shared/words/index.ts";
import classes from "./correct.module.css";
import { words } from "./words/index.ts";

const tones: Readonly<Record<ChainReceipt["outcome"], Tone>> = {
  credited: "good",
  rejected: "bad",
  absent: "quiet",
};

interface ReceiptFactsProps {
  readonly receipt: ChainReceipt;
  readonly currency: Currency;
}

/** What the ledger has of a receipt. */
export function ReceiptFacts({ receipt, currency }: ReceiptFactsProps) {
  const { columns } = shared.receipts;
  const { account, amount, cycle, day, outcome, rejection } = receipt;
  const reason = rejection === undefined ? undefined : translated<ErrorText>(REJECTIONS[rejection]);
  return (
    <dl className={classes.facts}>
      <Fact name={columns.amount}>
        <Amount value={amount} currency={currency} withCode />
      </Fact>
      <Fact name={columns.account}>{account}</Fact>
      <Fact name={columns.cycle}>{cycle}</Fact>
      <Fact name={columns.day}>{day === null ? "–" : showDay(day)}</Fact>
      <Fact name={columns.outcome}>
        <StateBadge tone={tones[outcome]} label={outcomeWord(receipt)} />
      </Fact>
      {reason === undefined ? null : (
        <Fact name={words.reason}>
          {reason.summary} {reason.next} ({reason.code})
        </Fact>
      )}
    </dl>
  );
}

function outcomeWord({ outcome, correction }: ChainReceipt): string {
  return labelOf(shared.outcomes, correction === undefined ? outcome : "corrected");
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
