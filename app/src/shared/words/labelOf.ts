// SPDX-License-Identifier: Apache-2.0

/** The word for a code of the ledger. A code that a newer contract added is shown as it is, rather than breaking the page. */
export function labelOf(labels: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(labels, code) ? (labels[code] ?? code) : code;
}
