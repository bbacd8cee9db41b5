// SPDX-License-Identifier: Apache-2.0

import { LOCALE } from "../words/locale.ts";

const MS_A_SECOND = 1000;
const MS_A_DAY = 86_400_000;

const dayFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeZone: "UTC" });
const momentFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short" });
const agoFormats = new Map<string, Intl.RelativeTimeFormat>();

/** A calendar day by its number since 1970-01-01, the same in every time zone: "21 Nov 2026". */
export function showDay(day: number): string {
  return dayFormat.format(day * MS_A_DAY);
}

/** An assistance period, both days included; a shared month or year is written once: "1-30 Nov 2026". */
export function showPeriod(firstDay: number, lastDay: number): string {
  return dayFormat.formatRange(firstDay * MS_A_DAY, lastDay * MS_A_DAY);
}

const monthFormats = {
  short: new Intl.DateTimeFormat(LOCALE, { month: "short", timeZone: "UTC" }),
  long: new Intl.DateTimeFormat(LOCALE, { month: "long", year: "numeric", timeZone: "UTC" }),
};

/** A month such as "2026-11": "Nov", or "November 2026". */
export function showMonth(month: string, length: "short" | "long"): string {
  return monthFormats[length].format(Date.parse(`${month}-01T00:00:00Z`));
}

/** A moment in Unix seconds, in the reader's time zone: "21 Nov 2026, 09:53". */
export function showMoment(seconds: number): string {
  return momentFormat.format(seconds * MS_A_SECOND);
}

/** A moment in Unix seconds for the `datetime` attribute. */
export function isoMoment(seconds: number): string {
  return new Date(seconds * MS_A_SECOND).toISOString();
}

const STEPS = [
  { unit: "day", ms: MS_A_DAY },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

/** How long ago: "3 sec ago", "2 min ago". Below a second, and for clocks that disagree, "0 sec ago". */
export function showAgo(thenMs: number, nowMs: number, locale = LOCALE): string {
  const format = agoFormat(locale);
  const passed = Math.max(0, nowMs - thenMs);
  const step = STEPS.find(({ ms }) => passed >= ms);
  if (step) return format.format(-Math.floor(passed / step.ms), step.unit);
  return format.format(-Math.floor(passed / MS_A_SECOND), "second");
}

function agoFormat(locale: string): Intl.RelativeTimeFormat {
  const known = agoFormats.get(locale);
  if (known) return known;
  const made = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "short" });
  agoFormats.set(locale, made);
  return made;
}
