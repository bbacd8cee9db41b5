// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { parseReceiptsCsv, type ReceiptsCsvOptions } from "#sdk/formats/receiptsCsv.ts";
import { RECEIPT_PROBLEMS, type ReceiptProblemName } from "#sdk/formats/receiptsCsvProblems.ts";
import type { Currency } from "#sdk/money/index.ts";
import { TERMINALS } from "./arbitraries.ts";

export const bytes = (text: string) => new TextEncoder().encode(text);
export const USD: Currency = { code: "USD", decimals: 2 };
export const [T1 = assert.fail(), T2 = assert.fail()] = TERMINALS;
export const OPTIONS: ReceiptsCsvOptions = { currency: USD };
export const HEADER = "terminal,number,cycle,account,amount,date,kind,sale_number,recognition";
export const GOOD = [T1, 1, 1, 300, "12.50", "2026-11-21", "sale", "", "card-pin"];
export const COLUMNS = HEADER.split(",");

/** A good row with some cells replaced. */
export function row(over: Record<string, string | number> = {}): string {
  return COLUMNS.map((column, i) => over[column] ?? GOOD[i]).join(",");
}

export function parse(lines: readonly string[], options: Partial<ReceiptsCsvOptions> = {}) {
  return parseReceiptsCsv(bytes([HEADER, ...lines].join("\n")), { ...OPTIONS, ...options });
}

export const code = (name: ReceiptProblemName) => RECEIPT_PROBLEMS[name][0];
