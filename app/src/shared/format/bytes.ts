// SPDX-License-Identifier: Apache-2.0

import { LOCALE } from "../words/locale.ts";

const STEPS = [
  { unit: "gigabyte", bytes: 1e9 },
  { unit: "megabyte", bytes: 1e6 },
  { unit: "kilobyte", bytes: 1e3 },
] as const;

/** Size of a file: "2.4 MB". */
export function showBytes(bytes: number): string {
  const step = STEPS.find((candidate) => bytes >= candidate.bytes) ?? { unit: "byte", bytes: 1 };
  return new Intl.NumberFormat(LOCALE, {
    style: "unit",
    unit: step.unit,
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(bytes / step.bytes);
}
