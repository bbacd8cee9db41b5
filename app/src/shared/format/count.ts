// SPDX-License-Identifier: Apache-2.0

import { SMALLEST_GROUP } from "#sdk/history/views.ts";
import { words } from "../words/index.ts";
import { LOCALE } from "../words/locale.ts";

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const plural = new Intl.PluralRules(LOCALE);

/** A count of things: "100,000". */
export function showCount(count: number | bigint): string {
  return whole.format(count);
}

/** A count with its noun: "1 household", "999 households". */
export function countOf(count: number, noun: { readonly one: string; readonly other: string }): string {
  return `${showCount(count)} ${plural.select(count) === "one" ? noun.one : noun.other}`;
}

/** Households, where the history server keeps the size of a very small group to itself (null). */
export function showHouseholds(households: number | null): string {
  return households === null ? words.fewHouseholds(showCount(SMALLEST_GROUP)) : showCount(households);
}
