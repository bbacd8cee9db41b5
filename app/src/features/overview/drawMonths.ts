// SPDX-License-Identifier: Apache-2.0

import { type Amount, amountOf } from "#sdk/money/index.ts";
import type { Month } from "../../shared/api/index.ts";
import { shareOf } from "../../shared/format/index.ts";

/** The steps that a month is drawn with, in the order of the money's way. */
export const STATES = ["contributed", "allocated", "redeemed", "settled"] as const;
export type Charted = (typeof STATES)[number];

/** A year: more would not fit on a telephone. */
export const MOST_MONTHS = 12;

interface DrawnMonth {
  readonly month: string;
  /** Said where a year begins, and at the start; else "". */
  readonly year: string;
  /** Heights as a share of the chart's; nothing for months in which more was undone than done. */
  readonly bars: readonly { readonly state: Charted; readonly height: number }[];
}

interface Drawing {
  readonly shown: readonly DrawnMonth[];
  /** Lines across, with what they stand for; lowest first. */
  readonly ticks: readonly { readonly height: number; readonly amount: Amount }[];
}

/** The latest months against one scale, whose top is a round number. */
export function drawMonths(months: readonly Month[]): Drawing {
  const latest = months.slice(-MOST_MONTHS);
  const top = roundUp(largestOf(latest));
  return {
    shown: latest.map((month, index) => ({
      month: month.month,
      year: index === 0 || month.month.endsWith("-01") ? month.month.slice(0, -3) : "",
      bars: STATES.map((state) => ({ state, height: shareOf(month[state], top) })),
    })),
    ticks: [0n, top / 2n, top].map((amount) => ({
      height: shareOf(amount, top),
      amount: amountOf(amount),
    })),
  };
}

function largestOf(months: readonly Month[]): bigint {
  let largest = 1n;
  for (const month of months) for (const state of STATES) if (month[state] > largest) largest = month[state];
  return largest;
}

/** The next number of 2, 4, 6, 10 and their tenfolds, so that half of it is round as well. */
function roundUp(amount: bigint): bigint {
  const unit = 10n ** BigInt(amount.toString().length - 1);
  return [2n, 4n, 6n, 10n].map((times) => times * unit).find((round) => round >= amount) ?? 20n * unit;
}
