// SPDX-License-Identifier: Apache-2.0

import { LOCALE } from "../words/locale.ts";

const PRECISION = 10_000n;
const percent = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 1 });

/**
 * `part` of `whole` as a number from 0 to 1, for the length of a bar and for percentages. Rounded down to a hundredth of a percent, so
 * that only what is complete reads as complete. 0 when the whole is 0.
 */
export function shareOf(part: bigint, whole: bigint): number {
  if (whole <= 0n || part <= 0n) return 0;
  if (part >= whole) return 1;
  return Number((part * PRECISION) / whole) / Number(PRECISION);
}

/** A share in words: "42.5%"; what is there but too little to show is "<0.1%", and nearly all is never "100%". */
export function showShare(part: bigint, whole: bigint): string {
  const share = shareOf(part, whole);
  if (part > 0n && share < 0.001) return `<${percent.format(0.001)}`;
  return percent.format(Math.floor(share * 1000) / 1000);
}
