// SPDX-License-Identifier: Apache-2.0

import Papa from "papaparse";
import { z } from "zod/mini";
import type { HouseholdTraits } from "../list/entitlement.ts";
import type { Hex } from "../merkle/bytes.ts";
import { type Amount, amountOf, MAX_ENTITLEMENT } from "../money/amount.ts";

/** One household of a draft: by commitment, since it may have no account yet. No personal data. */
export interface DraftRow extends HouseholdTraits {
  readonly commitment: Hex;
  /** In smallest units. */
  readonly amount: Amount;
}

/** Where a file of draft rows goes wrong. */
export interface DraftRowsFault {
  /** Counted from 1, the header being the first. */
  readonly line: number;
  /** Reads after "line 7 ". */
  readonly fault: string;
}

const HEADER = ["commitment", "amount", "area", "household_size", "group"] as const;

const rowSchema = z.tuple([
  z.string().check(z.regex(/^0x[0-9a-f]{64}$/, "has no commitment of 32 bytes")),
  z.pipe(
    z.string().check(z.regex(/^[1-9][0-9]{0,16}$/, "has no amount in smallest units")),
    z.pipe(
      z.transform((digits: string) => BigInt(digits)),
      z.bigint().check(z.maximum(MAX_ENTITLEMENT, "has an amount that no entitlement can have")),
    ),
  ),
  z.string().check(z.maxLength(200, "has an area of more than 200 characters")),
  z.string().check(z.regex(/^(?:[1-9][0-9]{0,3})?$/, "has a household size that is none")),
  z.string().check(z.maxLength(200, "has a group of more than 200 characters")),
]);

/** Rows as CSV in UTF-8, comma, LF; unknown traits empty; in the order given, which is the order of account numbers to come. */
export function encodeDraftRows(rows: readonly DraftRow[]): string {
  const cells = rows.map(({ commitment, amount, area = "", householdSize = "", group = "" }) =>
    [commitment, amount.toString(), area, householdSize, group].map(String),
  );
  return `${Papa.unparse([[...HEADER], ...cells], { newline: "\n" })}\n`;
}

/** Read such a file back, strictly. A household stands in it once. */
export function decodeDraftRows(text: string): DraftRow[] | DraftRowsFault {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
  const [header, ...lines] = data;
  if (header?.join() !== HEADER.join()) return { line: 1, fault: `is not ${HEADER.join()}` };
  const [error] = errors;
  if (error !== undefined) return { line: (error.row ?? 0) + 1, fault: "has a wrong quotation mark" };
  if (lines.pop()?.join() !== "")
    return { line: data.length, fault: "does not end the file with a line end" };
  const seen = new Set<string>();
  const rows: DraftRow[] = [];
  for (const [i, cells] of lines.entries()) {
    const row = rowOf(cells);
    if (typeof row === "string") return { line: i + 2, fault: row };
    if (seen.has(row.commitment)) return { line: i + 2, fault: "names a household for the second time" };
    seen.add(row.commitment);
    rows.push(row);
  }
  return rows;
}

/** The row, or what is wrong with it. */
function rowOf(cells: readonly string[]): DraftRow | string {
  const parsed = rowSchema.safeParse(cells);
  if (!parsed.success) return cells.length === HEADER.length ? firstFault(parsed.error) : "has no five cells";
  const [commitment, amount, area, householdSize, group] = parsed.data;
  return {
    commitment: commitment as Hex,
    amount: amountOf(amount),
    ...(area === "" ? {} : { area }),
    ...(householdSize === "" ? {} : { householdSize: Number(householdSize) }),
    ...(group === "" ? {} : { group }),
  };
}

function firstFault(error: z.core.$ZodError): string {
  return error.issues[0]?.message ?? "is not valid";
}
