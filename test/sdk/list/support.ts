// SPDX-License-Identifier: Apache-2.0

import { type ImportedList, type ImportOptions, importList } from "#sdk/list/index.ts";

export const XOF = { code: "XOF", decimals: 0 } as const;
export const USD = { code: "USD", decimals: 2 } as const;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Import a text with columns id and amount, in dollars, unless stated otherwise. */
export function importText(text: string | Uint8Array, options: Partial<ImportOptions> = {}): ImportedList {
  const bytes = typeof text === "string" ? utf8(text) : text;
  return importList(bytes, { mapping: { id: "id", amount: "amount" }, currency: USD, ...options });
}

/** What identifies a problem: row, column, code. */
export function places(list: Pick<ImportedList, "problems">): string[] {
  return list.problems.map(({ row, column, code }) => `${row} ${column} ${code}`);
}

/** Every row is accepted or has a problem, and the total is that of the accepted ones. */
export function tiesOut(list: ImportedList): boolean {
  const faulty = new Set(list.problems.map(({ row }) => row)).size;
  const total = list.entitlements.reduce((sum, { amount }) => sum + amount, 0n);
  return (
    list.rows === list.accepted + faulty && list.accepted === list.entitlements.length && list.total === total
  );
}
