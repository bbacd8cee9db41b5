// SPDX-License-Identifier: Apache-2.0

import { LONGEST_HOLD } from "#sdk/agency/index.ts";

export const SECONDS_A_DAY = 86_400;
/** The longest hold counts from the block that it gets into, whose time may be a little behind the newest one's on another node. */
const MARGIN_SECONDS = 3_600;

/**
 * When a hold of so many days ends: with the last second of its last day in UTC, as cycles do, so that nobody has to know the hour at
 * which it was made. The longest one ends with the last whole day that the contract allows.
 * @param now Time of the newest block, Unix seconds. @returns Unix seconds; sales are possible again after it.
 */
export function holdUntil(now: number, days: number): number {
  const lastDay = Math.floor(now / SECONDS_A_DAY) + days;
  const end = endOf(lastDay);
  return end <= now + LONGEST_HOLD - MARGIN_SECONDS ? end : endOf(lastDay - 1);
}

/** Last second of a day that is counted from 1970-01-01. */
function endOf(day: number): number {
  return (day + 1) * SECONDS_A_DAY - 1;
}
