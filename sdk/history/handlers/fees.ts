// SPDX-License-Identifier: Apache-2.0

import { amountOf } from "#sdk/money/index.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import { row } from "./handler.ts";

/** The row that {@link countFee} adds to. */
export function readFees({ fee, place }: HistoryEvent): RowKey[] {
  return fee === undefined ? [] : [row("fees", place.contract)];
}

/** Add what a transaction took to what its programme has taken so far. */
export function countFee(draft: Draft, { fee, place: { contract: programme } }: HistoryEvent): void {
  if (fee === undefined) return;
  const known = draft.find("fees", [programme]);
  if (known === null) {
    const { gasUsed, wei } = fee;
    draft.insert("fees", { programme, transactions: 1, gasUsed: amountOf(gasUsed), wei: amountOf(wei) });
    return;
  }
  draft.update("fees", known, {
    transactions: known.transactions + 1,
    gasUsed: amountOf(known.gasUsed + fee.gasUsed),
    wei: amountOf(known.wei + fee.wei),
  });
}
