// SPDX-License-Identifier: Apache-2.0

import { amountOf, type Currency } from "#sdk/money/index.ts";
import { countOf, showMoney } from "../../shared/format/index.ts";
import type { ClosingItem } from "./checklist.ts";
import { words } from "./words/index.ts";

const text = words.list.left;

/** What is left of an item, in a sentence; undefined when there is nothing to say. */
export function itemText({ name, state, left }: ClosingItem, currency: Currency): string | undefined {
  if (state === "done") return undefined;
  const count = Number(left);
  switch (name) {
    case "cycles":
      return text.cycles(countOf(count, text.cycle));
    case "owed":
      return text.owed(showMoney(amountOf(left), currency));
    case "instructed":
      return text.instructed(countOf(count, text.settlement));
    case "paused":
      return text.paused;
    case "terminals":
      return text.terminals(countOf(count, text.terminal));
    case "unspent":
      return text.unspent(showMoney(amountOf(left), currency));
    case "waiting":
      return text.waiting(countOf(count, text.waitingCycle));
    case "proposals":
      return text.proposals(countOf(count, text.proposal));
  }
}
