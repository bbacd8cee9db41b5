// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "../errors/index.ts";
import type { Amount } from "./amount.ts";
import type { Currency } from "./currency.ts";
import { toUnits } from "./readAmount.ts";

const CANONICAL = /^([0-9]+)(?:\.([0-9]+))?$/;

/**
 * Parse a canonical decimal string ("30000", "12.50") into smallest units: dot as decimal mark, no grouping,
 * no sign, no exponent. For options, interfaces and files that we wrote; cells of other people's spreadsheets
 * go through `readAmount`.
 * @throws AnnonaError MONEY-102 when the text is not such a number or has more decimals than the currency.
 */
export function parseAmount(text: string, currency: Currency): Amount {
  const match = CANONICAL.exec(text);
  const reading = match ? toUnits(match[1] ?? "", match[2] ?? "", currency.decimals) : undefined;
  if (reading && "amount" in reading) return reading.amount;
  throw new AnnonaError({
    code: "MONEY-102",
    summary: `"${text}" is not an amount in ${currency.code} with at most ${currency.decimals} decimals.`,
    next: "Write digits with a dot before the decimals and nothing else, such as 1234.50.",
  });
}
