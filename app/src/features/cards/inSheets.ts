// SPDX-License-Identifier: Apache-2.0

/** Cut things into sheets of so many, in their order; the last sheet may be short. */
export function inSheets<Thing>(things: readonly Thing[], aSheet: number): Thing[][] {
  return Array.from({ length: Math.ceil(things.length / aSheet) }, (_, i) =>
    things.slice(i * aSheet, (i + 1) * aSheet),
  );
}
