// SPDX-License-Identifier: Apache-2.0

/** Things by sheets of paper, in their order. */
export function inSheets<T>(things: readonly T[], aSheet: number): T[][] {
  return Array.from({ length: Math.ceil(things.length / aSheet) }, (_, i) =>
    things.slice(i * aSheet, (i + 1) * aSheet),
  );
}
