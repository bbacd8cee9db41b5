// SPDX-License-Identifier: Apache-2.0

import type { ErrorText } from "#sdk/errors/index.ts";
import type { Currency } from "#sdk/money/index.ts";
import { REJECTIONS } from "#sdk/receipts/index.ts";
import type { ChainReceipt } from "#sdk/reconcile/index.ts";
import { translated } from "../../shared/errors/index.ts";
import { showDay } from "../../shared/format/index.ts";
import { Amount, FactGrid, StateBadge, type Tone } from "../../shared/ui/index.ts";
import { labelOf, words as shared } from "../../shared/words/index.ts";
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
    <FactGrid
      facts={[
        [columns.amount, <Amount key="amount" value={amount} currency={currency} withCode />],
        [columns.account, account],
        [columns.cycle, cycle],
        [columns.day, day === null ? "–" : showDay(day)],
        [columns.outcome, <StateBadge key="outcome" tone={tones[outcome]} label={outcomeWord(receipt)} />],
        ...(reason === undefined
          ? []
          : [[words.reason, `${reason.summary} ${reason.next} (${reason.code})`] as const]),
      ]}
    />
  );
}

function outcomeWord({ outcome, correction }: ChainReceipt): string {
  return labelOf(shared.outcomes, correction === undefined ? outcome : "corrected");
}
