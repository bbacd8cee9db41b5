// SPDX-License-Identifier: Apache-2.0

declare const dayBrand: unique symbol;

/** A day, counted from 1970-01-01. Receipts carry days and not times, so that nobody's habits can be read from the chain. */
export type Day = number & { readonly [dayBrand]: "Day" };

const MILLISECONDS = 86_400_000;

/** @throws RangeError when the value is not a whole number of 32 bits. */
export function dayOf(value: number | bigint): Day {
  const day = Number(value);
  if (!Number.isInteger(day) || day < 0 || day > 0xffff_ffff) throw new RangeError(`not a day: ${value}`);
  return day as Day;
}

/** The day of a calendar date; undefined when the calendar has no such day or it lies before 1970. */
export function dayOfDate(year: number, month: number, date: number): Day | undefined {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, date);
  const isReal = time.getUTCMonth() === month - 1 && time.getUTCDate() === date;
  return isReal && time.getTime() >= 0 ? ((time.getTime() / MILLISECONDS) as Day) : undefined;
}

/** YYYY-MM-DD. Days that no calendar program can write (after the year 275760) come out as "day N". */
export function formatDay(day: Day): string {
  const time = new Date(day * MILLISECONDS);
  return Number.isNaN(time.getTime()) ? `day ${day}` : time.toISOString().replace(/T.*$/, "");
}
