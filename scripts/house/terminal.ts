// SPDX-License-Identifier: Apache-2.0
import { styleText } from "node:util";

/** Signs and colours of the house's own commands; `styleText` leaves the colours out where the output is not a terminal. */
export const sign = {
  passed: styleText("green", "✓"),
  failed: styleText("red", "✗"),
  skipped: styleText("yellow", "-"),
};

/** A heading between two parts of a long output. */
export function heading(text: string): string {
  return `\n${styleText("bold", text)}`;
}

/** Text moved in by so many spaces, without blank lines at its ends. */
export function indented(text: string, spaces: number): string {
  return text.replace(/^\n+|\s+$/g, "").replace(/^(?=.)/gm, " ".repeat(spaces));
}

/** Seconds since a moment of `performance.now()`, for people: `1.4 s`. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
