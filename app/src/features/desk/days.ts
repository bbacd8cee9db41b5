// SPDX-License-Identifier: Apache-2.0

const MS_A_SECOND = 1000;
const SECONDS_A_DAY = 86_400;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The last second of a day that was chosen in a field, Unix seconds: a day that is named as the last one counts in full. Days are those
 * of UTC, as everywhere on the ledger.
 * @param text As a date field gives it: "2026-11-30".
 * @returns undefined when it is no day.
 */
export function endOfDay(text: string): number | undefined {
  if (!ISO_DAY.test(text)) return undefined;
  const start = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(start) ? undefined : start / MS_A_SECOND + SECONDS_A_DAY - 1;
}

/** The day of a moment in Unix seconds, as a date field takes it. */
export function dayField(seconds: number): string {
  return new Date(seconds * MS_A_SECOND).toISOString().slice(0, "2026-11-21".length);
}
