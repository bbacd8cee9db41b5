// SPDX-License-Identifier: Apache-2.0

/** A long hex value by its ends: "0x12ab…9f3c". */
export function shorten(hex: string): string {
  return hex.length <= 14 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`;
}
