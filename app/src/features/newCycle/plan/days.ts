// SPDX-License-Identifier: Apache-2.0

/** A day as date fields write it: 2026-11-21; "" or anything else while nothing was typed. */
export type DayText = string;

/** First and last day, both included; days since 1970-01-01. */
export interface Period {
  readonly first: number;
  readonly last: number;
}

const SECONDS_A_DAY = 86_400;
const MS_A_DAY = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01; undefined when the text is no day of the calendar, such as 2026-02-30. */
export function dayNumber(text: DayText): number | undefined {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return isReal ? time / MS_A_DAY : undefined;
}

export function dayText(day: number): DayText {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10);
}

/** The day that the reader's calendar shows now. */
export function localDay(now: Date): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MS_A_DAY;
}

/** First second of a day in UTC, Unix time. */
export function firstSecond(day: number): number {
  return day * SECONDS_A_DAY;
}

/** Last second of a day in UTC, Unix time. */
export function lastSecond(day: number): number {
  return (day + 1) * SECONDS_A_DAY - 1;
}

/** The month of a day, or one so many months later. */
export function monthOf(day: number, months = 0): Period {
  const date = new Date(day * MS_A_DAY);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 1);
  return { first: first / MS_A_DAY, last: next / MS_A_DAY - 1 };
}

/** The period that follows: as many whole months after whole months, else as many days. */
export function periodAfter({ first, last }: Period): Period {
  const start = monthOf(first);
  const end = monthOf(last);
  if (start.first !== first || end.last !== last) return { first: last + 1, last: last + 1 + (last - first) };
  const a = new Date(first * MS_A_DAY);
  const b = new Date(last * MS_A_DAY);
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth() + 1;
  return { first: last + 1, last: monthOf(last + 1, months - 1).last };
}
