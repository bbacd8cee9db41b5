// SPDX-License-Identifier: Apache-2.0

import { SMALLEST_GROUP } from "#sdk/history/smallGroups.ts";
import { LOCALE, type PluralForms, plural, words } from "../words/index.ts";

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

/** A count of things: "100,000". */
export function showCount(count: number | bigint): string {
  return whole.format(count);
}

/** A count with its noun: "1 household", "999 households". */
export function countOf(count: number, noun: PluralForms): string {
  return `${showCount(count)} ${plural(count, noun)}`;
}

/** Households, where the history server keeps the size of a very small group to itself (null). */
export function showHouseholds(households: number | null): string {
  return households === null ? words.fewHouseholds(showCount(SMALLEST_GROUP)) : showCount(households);
}
