// SPDX-License-Identifier: Apache-2.0

import type { FundStep } from "#sdk/funds/desk/tasks.ts";
import type { Currency } from "#sdk/money/index.ts";
import { showMoney } from "../format/index.ts";
import { words } from "./words/index.ts";

/** What should be done with a fund's money, in the reader's words. */
export function fundStepText({ step, amount, recipient }: FundStep, currency: Currency): string {
  return words.steps[step](showMoney(amount, currency), recipient?.name ?? "");
}
