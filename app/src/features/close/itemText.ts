// SPDX-License-Identifier: Apache-2.0

import { amountOf, type Currency } from "#sdk/money/index.ts";
import { countOf, showMoment, showMoney } from "../../shared/format/index.ts";
import type { ClosingItem } from "./checklist.ts";
import { words } from "./words/index.ts";

const text = words.list;

/** What is left of an item, in a sentence; undefined when there is nothing to say. @param graceEndsAt Unix seconds. */
export function itemText(item: ClosingItem, graceEndsAt: number, currency: Currency): string | undefined {
  const { name, state, left } = item;
  if (name === "grace") {
    return state === "blocks"
      ? text.graceUntil(showMoment(graceEndsAt))
      : text.graceOver(showMoment(graceEndsAt));
  }
  if (state === "unknown") return text.exceptionsUnknown;
  if (state === "done") return undefined;
  const count = Number(left);
  switch (name) {
    case "loaded":
      return text.notLoaded(countOf(count, text.part));
    case "rejected":
      return text.rejectedLeft(countOf(count, text.receipt));
    case "owed":
      return text.owedLeft(showMoney(amountOf(left), currency));
    case "instructed":
      return text.instructedLeft(countOf(count, text.settlement));
    case "exceptions":
      return text.exceptionsLeft(countOf(count, text.exception));
    case "proposals":
      return text.proposalsLeft(countOf(count, text.proposal));
  }
}
