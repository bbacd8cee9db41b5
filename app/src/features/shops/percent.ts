// SPDX-License-Identifier: Apache-2.0

import { LOCALE } from "../../shared/words/index.ts";

const format = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 2 });
const WRITTEN = /^(\d{1,3})(?:[.,](\d{1,2}))?$/;
const MOST = 10_000;

/** Hundredths of a percent for the reader: "2.5%". */
export function showPercent(basisPoints: number): string {
  return format.format(basisPoints / MOST);
}

/** Hundredths of a percent as typed, such as "2.5" or "2,5"; undefined for anything else and above 100. */
export function percentIn(text: string): number | undefined {
  const match = WRITTEN.exec(text.trim());
  if (match === null) return undefined;
  const basisPoints = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return basisPoints <= MOST ? basisPoints : undefined;
}

/** As {@link percentIn} reads it back. */
export function writePercent(basisPoints: number): string {
  return `${Math.floor(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, "0")}`;
}
