// SPDX-License-Identifier: Apache-2.0

import { LOCALE } from "../words/locale.ts";

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;
/** What is worth saying: "2 days, 3 hours". */
const MOST_UNITS = 2;

const list = new Intl.ListFormat(LOCALE, { type: "unit", style: "long" });
const formats = Object.fromEntries(
  UNITS.map(([unit]) => [unit, new Intl.NumberFormat(LOCALE, { style: "unit", unit, unitDisplay: "long" })]),
);

/** A length of time in words, by its two greatest units. */
export function showDuration(seconds: number): string {
  let rest = Math.max(0, Math.floor(seconds));
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(formats[unit]?.format(count) ?? "");
    if (parts.length > 0 && (parts.length === MOST_UNITS || count === 0)) break;
  }
  return parts.length === 0 ? (formats.second?.format(0) ?? "") : list.format(parts);
}
