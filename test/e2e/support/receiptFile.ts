// SPDX-License-Identifier: Apache-2.0

import { type Day, formatDay } from "#sdk/receipts/index.ts";

/** A line of a shop's file: a receipt as the shop has it. Amounts in currency without decimals. */
export interface FileReceipt {
  readonly terminal: string;
  readonly number: number;
  readonly cycle: number;
  readonly account: number;
  readonly amount: bigint;
  readonly day: number;
  readonly kind: "sale" | "refund";
  /** Of a refund. */
  readonly saleNumber?: number;
}

const HEADER = "terminal,number,cycle,account,amount,date,kind,sale_number,recognition";

/** Receipts as the CSV that `annona redeem` reads; a statement is the same file. */
export function receiptsCsv(receipts: readonly FileReceipt[]): string {
  const lines = receipts.map(({ terminal, number, cycle, account, amount, day, kind, saleNumber = "" }) =>
    [terminal, number, cycle, account, amount, formatDay(day as Day), kind, saleNumber, "card-pin"].join(","),
  );
  return `${[HEADER, ...lines].join("\n")}\n`;
}
