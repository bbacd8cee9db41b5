// SPDX-License-Identifier: Apache-2.0

import { MONEY_STATES, type MoneyState } from "../entryKinds.ts";
import type { Row } from "../rows.ts";
import type { MonthView } from "../shapes/index.ts";

const MONTHS_A_YEAR = 12;

/** What an asset did month by month, quiet months between included. @param rows Of that asset, of all contracts. */
export function monthsOf(rows: readonly Row<"months">[]): MonthView[] {
  const amounts = new Map<string, bigint>();
  for (const { month, state, amount } of rows) {
    const key = `${month} ${state}`;
    amounts.set(key, (amounts.get(key) ?? 0n) + amount);
  }
  return between(rows.map(({ month }) => numberOf(month))).map((number) => {
    const month = textOf(number);
    const states = MONEY_STATES.map((state) => [state, (amounts.get(`${month} ${state}`) ?? 0n).toString()]);
    return { month, ...(Object.fromEntries(states) as Record<MoneyState, string>) };
  });
}

/** All whole numbers from the smallest to the largest. */
function between(numbers: readonly number[]): number[] {
  if (numbers.length === 0) return [];
  const first = numbers.reduce((a, b) => Math.min(a, b));
  const last = numbers.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function numberOf(month: string): number {
  const [year = "", ofYear = ""] = month.split("-");
  return Number(year) * MONTHS_A_YEAR + Number(ofYear) - 1;
}

function textOf(number: number): string {
  const year = Math.floor(number / MONTHS_A_YEAR);
  return `${String(year).padStart(4, "0")}-${String((number % MONTHS_A_YEAR) + 1).padStart(2, "0")}`;
}
