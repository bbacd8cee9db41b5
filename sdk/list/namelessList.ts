// SPDX-License-Identifier: Apache-2.0

import Papa from "papaparse";
import { z } from "zod";
import { type Amount, MAX_ENTITLEMENT } from "../money/index.ts";
import type { AccountNumber } from "./accountNumber.ts";
import { listError } from "./errors.ts";
import type { NamelessEntry } from "./nameless.ts";

const HEADER = ["account", "amount", "area", "household_size", "group"] as const;

const entrySchema = z.tuple([
  z
    .string()
    .regex(/^(?:0|[1-9][0-9]{0,9})$/)
    .transform(Number)
    .pipe(z.number().max(0xffff_ffff)),
  z
    .string()
    .regex(/^[1-9][0-9]{0,16}$/)
    .transform(BigInt)
    .pipe(z.bigint().max(MAX_ENTITLEMENT)),
  z.string(),
  z.string().regex(/^(?:[1-9][0-9]{0,3})?$/),
  z.string(),
]);

/**
 * The nameless list as a file: CSV in UTF-8, comma, LF, header account, amount, area, household_size, group;
 * ascending by account; amounts in smallest units; unknown traits empty. Equal lists give equal bytes.
 */
export function encodeNamelessList(entries: readonly NamelessEntry[]): string {
  const sorted = [...entries].sort((a, b) => a.account - b.account);
  const rows = sorted.map(({ account, amount, area = "", householdSize = "", group = "" }) =>
    [account, amount.toString(), area, householdSize, group].map(String),
  );
  return `${Papa.unparse([[...HEADER], ...rows], { newline: "\n" })}\n`;
}

/**
 * Read such a file back, strictly.
 * @throws ListError LIST-505 when it is anything else than `encodeNamelessList` writes.
 */
export function decodeNamelessList(text: string): NamelessEntry[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
  const [header, ...rows] = data;
  const end = rows.pop();
  const isWhole = header?.join() === HEADER.join() && end?.join() === "" && errors.length === 0;
  if (!isWhole) throw listError("malformedNamelessList", "header, line end or quotation marks");
  const entries = rows.map(toEntry);
  if (entries.some(({ account }, i) => account <= (entries[i - 1]?.account ?? -1))) {
    throw listError("malformedNamelessList", "accounts not ascending");
  }
  return entries;
}

function toEntry(cells: readonly string[], i: number): NamelessEntry {
  const parsed = entrySchema.safeParse(cells);
  if (!parsed.success) throw listError("malformedNamelessList", `entry ${i + 1}`);
  const [account, amount, area, householdSize, group] = parsed.data;
  return {
    account: account as AccountNumber,
    amount: amount as Amount,
    ...(area === "" ? {} : { area }),
    ...(householdSize === "" ? {} : { householdSize: Number(householdSize) }),
    ...(group === "" ? {} : { group }),
  };
}
